package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.inventory.Certificate;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Document 217138, Troubleshoot: the issuer is in the trust store, else CUCM refuses the certificate. A CA certificate
 * of its name with another key is not the issuer (RFC 5280, section 6.1.3). With a key or an algorithm that nobody can use
 * nobody is; a certificate that contradicts itself on its algorithm is path-invalid, as its signature may fit.
 */
public final class IssuerSignatureInvalid extends SetRule {
    public IssuerSignatureInvalid() {
        super(RuleInfo.of("issuer-signature-invalid", Topic.CHAIN, Severity.ERROR, "No key of that name signed it")
                .message(
                        "{child} names {issuer} as its issuer[, but that key did not sign it (tried: {tried})][; nothing can be verified with the key of {unusable}: {flaw}][, but nobody can check its signature: neither Java nor Bouncy Castle knows the algorithm {algorithm}]")
                .cucm("CA certificate is not available in the trust-store")
                .rationale(
                        "A CA certificate of the right name with another key is not the issuer: the path cannot be verified. Neither can it with a key or an algorithm that nobody can use.")
                .causes(
                        "The CA signed with {algorithm}, which is new, of its own, or was written wrongly into {child}",
                        "The CA certificate {unusable} was made wrongly or damaged, or holds a key of a kind that CUCM does not use",
                        "The CA has a new key (it was renewed), and the certificates here are of the other one",
                        "A file was changed or damaged")
                .remedy(
                        "[Ask the CA to issue {child} anew, signed with an algorithm that CUCM knows, such as SHA-256 with RSA, and not with {algorithm}]"
                                + "[Get the CA certificate whose key signed {child} (compare the authority key identifier) from the CA, and put it beside the certificate, or into a folder ca above it, for {store}]"
                                + "[. Remove {spare}, which no path needs]"
                                + "[. If it is {unusable} itself, ask the CA for one with a usual key, such as RSA with 4,096 bits, and to sign {child} anew with it]"
                                + "[. {store} holds {deployed} (serial {deployedSerial}) of the same name: unless the one from the CA starts after {deployedFrom}, delete that from {store} first, or the upload changes nothing. What else was signed with its key is no longer trusted from then on]")
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
        if (found.isEmpty()) {
            return;
        }
        Certificate leaf = set.leaf().orElseThrow();
        if (found.get().chain() instanceof Chain.WrongKey wrong) {
            wrongKey(leaf, wrong, found.get().store(), facts, findings);
        } else if (found.get().chain() instanceof Chain.UnknownAlgorithm unknown) {
            about(leaf, unknown.child(), findings)
                    .with("algorithm", unknown.child().signatureAlgorithm().name())
                    .report();
        }
    }

    private static Findings.Draft about(Certificate leaf, Certificate child, Findings findings) {
        return findings.on(leaf)
                .with("child", child.origin().file())
                .with("issuer", child.issuer().toString());
    }

    private static void wrongKey(
            Certificate leaf, Chain.WrongKey wrong, TrustStore store, Facts facts, Findings findings) {
        List<Certificate> tried = new ArrayList<>();
        List<Certificate> unusable = new ArrayList<>();
        Set<String> flaws = new LinkedHashSet<>();
        for (Certificate one : wrong.sameName()) {
            Optional<String> flaw = facts.signatures().flaw(one.key());
            (flaw.isPresent() ? unusable : tried).add(one);
            flaw.ifPresent(flaws::add);
        }
        Set<Certificate> offered = new HashSet<>(store.offered());
        List<Certificate> spare = wrong.sameName().stream()
                .filter(one -> offered.contains(one) && !facts.neededIn(store).contains(one))
                .toList();
        List<Certificate> deployed =
                store.deployedNamed(wrong.child().issuer(), facts.cluster().release());
        about(leaf, wrong.child(), findings)
                .with("tried", files(tried))
                .with("unusable", files(unusable))
                .with("flaw", List.copyOf(flaws))
                .with("store", store.label())
                .with("spare", files(spare))
                .with("deployed", files(deployed))
                .with(
                        "deployedSerial",
                        deployed.stream().map(one -> one.serial().toString(16)).toList())
                .with(
                        "deployedFrom",
                        deployed.stream()
                                .map(Certificate::notBefore)
                                .max(Comparator.naturalOrder())
                                .map(Instant::toString))
                .report();
    }

    private static List<String> files(List<Certificate> certificates) {
        return certificates.stream()
                .map(certificate -> certificate.origin().file())
                .toList();
    }
}
