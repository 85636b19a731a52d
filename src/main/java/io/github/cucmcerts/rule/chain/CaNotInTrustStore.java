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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Document 217138, Troubleshoot: the root and the intermediates must be in the trust store before the certificate is
 * uploaded, otherwise CUCM rejects it.
 */
public final class CaNotInTrustStore extends SetRule {
    /** No path of a real CA is longer. */
    private static final int MAX_LEVELS = 10;

    public CaNotInTrustStore() {
        super(RuleInfo.of(
                        "ca-not-in-trust-store",
                        Topic.CHAIN,
                        Severity.ERROR,
                        "The issuer is missing from the trust store")
                .message(
                        "[The issuer of {child} is missing: {issuer} is neither offered to {store} nor deployed in it.][ A certificate of the issuer is at {elsewhere}.][ The CAs above the issuer are missing too: {above}.][No path from {child} leads to a root in {store}: from {named} on, the CAs only certify each other.]")
                .cucm("CA certificate is not available in the trust-store")
                .rationale(
                        "Upload the root and the intermediates to the purpose's trust store before the certificate. Without them, CUCM rejects the certificate.")
                .causes(
                        "The certificate of the issuer is at {elsewhere}, which is not offered to this trust store.",
                        "The path needs another certificate of the CA in {named}, or of a CA above that CA: one that leads to the root.",
                        "The certificate of the CA was not added to the repository.")
                .remedy(
                        "Complete the path up to the root. [Copy {copies} to the folder of the leaf, or to a folder named ca in a folder above the leaf's folder. ][From the CA, get the root above {top}, and the missing certificates that lead to this root. Put them next to the leaf, or into a folder named ca in a folder above the leaf's folder. ][From the CA, get the CA certificate of {unknown}. If this certificate is not a root, also get the missing certificates above it, up to the root. Put them next to the leaf, or into a folder named ca in a folder above the leaf's folder. ]In the change window, upload the missing certificates as {store} before the leaf.")
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
        Above above = Above.of(missing.child(), store, facts);
        List<String> named = files(store.certificates().stream()
                .filter(certificate -> certificate.subject().equals(issuer) && !certificate.equals(missing.child())));
        if (!named.isEmpty()) {
            findings.on(set.leaf().orElseThrow())
                    .with("child", missing.child().origin().file())
                    .with("store", store.label())
                    .with("named", named)
                    .with("copies", files(above.copies().stream()))
                    .with("top", above.unknown())
                    .report();
            return;
        }
        findings.on(set.leaf().orElseThrow())
                .with("child", missing.child().origin().file())
                .with("store", store.label())
                .with("issuer", issuer.toString())
                .with("elsewhere", files(elsewhere(missing.child(), store, facts).stream()))
                .with("copies", files(above.copies().stream()))
                .with("above", above.missing())
                .with("unknown", above.unknown())
                .report();
    }

    /**
     * What is missing up to the root, as far as the directory shows.
     *
     * @param copies a certificate from elsewhere in the directory for each missing CA
     * @param missing the CAs above the missing issuer that the store also lacks
     * @param unknown the CA without a certificate in the directory, so that nothing above it is known
     */
    private record Above(List<Certificate> copies, List<String> missing, Optional<String> unknown) {
        static Above of(Certificate below, TrustStore store, Facts facts) {
            List<Certificate> copies = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            Certificate child = below;
            for (int level = 0; level < MAX_LEVELS; level++) {
                List<Certificate> issuers = elsewhere(child, store, facts);
                Optional<Certificate> root = issuers.stream()
                        .filter(facts.signatures()::isSelfSigned)
                        .findFirst();
                Optional<Certificate> issuer = root.or(() -> issuers.stream().findFirst());
                if (issuer.isEmpty() || copies.contains(issuer.get())) {
                    return new Above(copies, missing, Optional.of(child.issuer().toString()));
                }
                copies.add(issuer.get());
                if (root.isPresent()
                        || !signers(store.certificates(), issuer.get(), facts).isEmpty()) {
                    break;
                }
                child = issuer.get();
                missing.add(child.issuer().toString());
            }
            return new Above(copies, missing, Optional.empty());
        }
    }

    private static List<Certificate> elsewhere(Certificate child, TrustStore store, Facts facts) {
        List<Certificate> elsewhere = signers(facts.certificatesOf(child.issuer()), child, facts);
        elsewhere.removeAll(store.certificates());
        return elsewhere;
    }

    private static List<Certificate> signers(List<Certificate> some, Certificate child, Facts facts) {
        List<Certificate> signers = new ArrayList<>();
        for (Certificate certificate : some) {
            if (!certificate.equals(child)
                    && certificate.subject().equals(child.issuer())
                    && facts.signatures().signed(certificate.key(), child)) {
                signers.add(certificate);
            }
        }
        return signers;
    }

    private static List<String> files(Stream<Certificate> certificates) {
        return certificates
                .map(certificate -> certificate.origin().file())
                .distinct()
                .limit(5)
                .toList();
    }
}
