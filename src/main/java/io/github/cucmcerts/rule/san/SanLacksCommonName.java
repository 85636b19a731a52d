package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Distribution;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;

/**
 * RFC 5280, section 4.2.1.6, and RFC 6125, section 6.4.4: a TLS client that finds names in the certificate ignores the
 * common name. No document requires CUCM's own name there.
 */
public final class SanLacksCommonName extends SetRule {
    public SanLacksCommonName() {
        super(RuleInfo.of("san-lacks-common-name", Topic.SAN, Severity.WARNING, "The SAN lacks the common name")
                .message("The subject alternative names do not include the common name {name}.")
                .rationale(
                        "TLS clients check only the subject alternative names, so they do not recognize the node's name.")
                .causes(
                        "The CA did not copy the common name from CSR {unlike}.",
                        "The CSR was generated without the node's own name.")
                .remedy(
                        "[Have the CA sign CSR {unlike} again, with the subject of this CSR.][Generate the CSR again, and check that its subject alternative names include {own}. If they do, have the CSR signed. If they do not, run `set web-security` with {own} as alternatehostname (docs/recipes.md shows how). "
                                + NameFields.WARNING + " Then generate the CSR again, and have it signed.]")
                .source(Source.RFC_5280, "section 4.2.1.6; RFC 6125, section 6.4.4", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return !set.multiServer()
                && set.purpose() != Purpose.CAPF
                && (set.leaf().isPresent() || SanComparison.requestsNames(set));
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        NamedKey object = object(set);
        if (unnamedHost(set).isPresent()) {
            String name = object.subject().commonName().orElseThrow();
            Optional<String> unlike = set.csr()
                    .filter(csr -> csr.subject()
                            .commonName()
                            .filter(other -> !other.equalsIgnoreCase(name))
                            .isPresent())
                    .map(csr -> csr.origin().file());
            findings.on(object)
                    .with("name", name)
                    .with("unlike", unlike)
                    .with("own", unlike.isPresent() ? Optional.empty() : Optional.of(name))
                    .report();
        }
    }

    /**
     * The host of the common name, if no subject alternative name includes it.
     *
     * @param set one to which the rule applies
     */
    static Optional<NodeName> unnamedHost(UploadSet set) {
        NamedKey object = object(set);
        Optional<String> commonName = object.subject().commonName();
        if (commonName.isEmpty()) {
            return Optional.empty();
        }
        NodeName host = new NodeName(host(commonName.get(), set.purpose()));
        return Distribution.names(object, host) ? Optional.empty() : Optional.of(host);
    }

    private static NamedKey object(UploadSet set) {
        return set.leaf().isPresent() ? set.leaf().get() : set.request().orElseThrow();
    }

    /** The common name of an ECDSA certificate is {@code <host>-EC.<domain>} (Security Guide 14: it differs from the host name). */
    private static String host(String commonName, Purpose purpose) {
        return purpose.isEcdsa() ? commonName.replaceFirst("(?i)^([^.]+)-EC(?=\\.|$)", "$1") : commonName;
    }
}
