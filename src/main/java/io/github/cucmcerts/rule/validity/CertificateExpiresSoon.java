package io.github.cucmcerts.rule.validity;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Administration Guide 12.5(1)SU3, certificate monitor: CUCM warns before a certificate expires. A parameter of the
 * plugin sets how long before.
 */
public final class CertificateExpiresSoon extends SetRule {
    public CertificateExpiresSoon() {
        super(RuleInfo.of(
                        "certificate-expires-soon",
                        Topic.VALIDITY,
                        Severity.WARNING,
                        "A certificate expires soon after the change window")
                .message(
                        "The certificate {subject} is valid until {notAfter}, which is at most {days} days after the change window.")
                .rationale(
                        "A certificate that expires soon must soon be replaced again, including all restarts and phone resets.")
                .causes(
                        "The CA has renewed {caCertificate}, but the directory has the old certificate. Or the CA must renew it soon.",
                        "The CA issues short-lived certificates, or the certificate has been in the folder for a long time.")
                .remedy(
                        "[From the CA, get the successor of {caCertificate}, and put it next to the leaf, or into a folder named ca in a folder above the leaf's folder. ][Remove {offeredCa}. ][If the successor of {caCertificate} has another key, have every certificate below it issued again.][Have {leaf} issued again with a later expiration date. Replace the file with the new certificate.]")
                .source(Source.ADMINISTRATION_GUIDE, "Certificate monitor", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Stream.concat(set.leaf().stream(), facts.authorities(set).stream())
                .filter(certificate -> facts.situation().expiresSoon(certificate))
                .forEach(certificate -> findings.on(certificate)
                        .with(
                                isLeaf(certificate, set) ? "leaf" : "caCertificate",
                                certificate.origin().file())
                        .with("offeredCa", offeredCa(certificate, set, facts))
                        .with("subject", certificate.subject().toString())
                        .with("notAfter", certificate.notAfter().toString())
                        .with(
                                "days",
                                Long.toString(facts.situation().expiryWarning().toDays()))
                        .report());
    }

    private static boolean isLeaf(Certificate certificate, UploadSet set) {
        return set.leaf().equals(Optional.of(certificate));
    }

    /** The file of the CA certificate, if the directory offers it. */
    static Optional<String> offeredCa(Certificate certificate, UploadSet set, Facts facts) {
        return facts.stores(set).stream()
                .flatMap(store -> store.offered().stream())
                .filter(offered -> offered.equals(certificate) && !isLeaf(certificate, set))
                .map(offered -> offered.origin().file())
                .findFirst();
    }
}
