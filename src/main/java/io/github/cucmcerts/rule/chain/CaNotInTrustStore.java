package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Chain;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.StoreChain;
import io.github.cucmcerts.trust.TrustStore;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Document 217138, Troubleshoot: root and intermediates are in the trust store before the certificate is uploaded,
 * else CUCM refuses it.
 */
public final class CaNotInTrustStore extends SetRule {
    public CaNotInTrustStore() {
        super(RuleInfo.of(
                        "ca-not-in-trust-store",
                        Topic.CHAIN,
                        Severity.ERROR,
                        "An issuer is missing from the trust store")
                .message(
                        "the issuer of {child} is neither offered nor deployed to {store}: {issuer}[; it lies at {elsewhere}][; {named} has its name, but no path from there leads to a root]")
                .cucm("CA certificate is not available in the trust-store")
                .rationale(
                        "Root and intermediates go up to the purpose's trust store before the certificate; without them CUCM refuses it.")
                .causes(
                        "The certificate of the issuer lies at {elsewhere}, which is not offered to this trust store",
                        "The CA's certificate was not put into the repository")
                .remedy(
                        "Put the missing CA certificate beside the certificate, or into a folder ca above it[: copy {elsewhere}]; the CA hands it out. In the change window it goes up as {store}, before the certificate")
                .source(
                        Source.TECH_NOTE,
                        "Troubleshoot: CA certificate is not available in the trust store",
                        Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Optional<StoreChain> found = facts.storeChain(set);
        if (found.isEmpty() || !(found.get().chain() instanceof Chain.IssuerMissing missing)) {
            return;
        }
        TrustStore store = found.get().store();
        Name issuer = missing.child().issuer();
        findings.on(set.leaf().orElseThrow())
                .with("child", missing.child().origin().file())
                .with("store", store.label())
                .with("issuer", issuer.toString())
                .with(
                        "named",
                        files(store.certificates().stream()
                                .filter(certificate -> certificate.subject().equals(issuer))))
                .with("elsewhere", elsewhere(missing.child(), store, facts))
                .report();
    }

    private static List<String> elsewhere(Certificate child, TrustStore store, Facts facts) {
        List<Certificate> there = store.certificates();
        return files(facts.certificatesOf(child.issuer()).stream()
                .filter(certificate -> !certificate.equals(child)
                        && !there.contains(certificate)
                        && facts.signatures().signed(certificate.key(), child)));
    }

    private static List<String> files(Stream<Certificate> certificates) {
        return certificates
                .map(certificate -> certificate.origin().file())
                .distinct()
                .limit(5)
                .toList();
    }
}
