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
 * Document 217138, Troubleshoot: root and intermediates are in the trust store before the certificate is uploaded,
 * else CUCM refuses it.
 */
public final class CaNotInTrustStore extends SetRule {
    /** No path that a CA makes is longer. */
    private static final int MAX_LEVELS = 10;

    public CaNotInTrustStore() {
        super(RuleInfo.of(
                        "ca-not-in-trust-store",
                        Topic.CHAIN,
                        Severity.ERROR,
                        "An issuer is missing from the trust store")
                .message(
                        "[the issuer of {child} is neither offered nor deployed to {store}: {issuer}][; it lies at {elsewhere}][; nor are the CAs above it: {above}][no path from {child} leads to a root in {store}: the CAs above it, from {named} on, only certify each other]")
                .cucm("CA certificate is not available in the trust-store")
                .rationale(
                        "Root and intermediates go up to the purpose's trust store before the certificate; without them CUCM refuses it.")
                .causes(
                        "The certificate of the issuer lies at {elsewhere}, which is not offered to this trust store",
                        "Of {named} or a CA above it the path needs another certificate: one that leads to the root",
                        "The CA's certificate was not put into the repository")
                .remedy(
                        "The path has to lead up to the root. [Put a copy of {copies} beside the certificate, or into a folder ca above it. ][Get the root above {top} from the CA, and the certificates that lead to it, as far as they are not here; put them beside the certificate, or into a folder ca above it. ][Get the CA certificate of {unknown} from the CA and, unless it is a root, those above it up to the root, as far as they are not here; put them beside the certificate, or into a folder ca above it. ]In the change window upload what is missing as {store}, before the certificate")
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
     * What is missing up to the root, as far as the directory tells.
     *
     * @param copies for each missing CA a certificate that lies elsewhere in the directory
     * @param missing the CAs above the missing issuer that the store lacks, too
     * @param unknown the CA above which nothing is known: no certificate of it is in the directory
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
