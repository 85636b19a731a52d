package io.github.cucmcerts.rule.chain;

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

/**
 * Document 217138, order of the uploads: the root, the intermediates, and the certificate, and nothing else. Removing
 * the rest is the plugin's advice.
 */
public final class CertificateUnused extends SetRule {
    public CertificateUnused() {
        super(RuleInfo.of("certificate-unused", Topic.CHAIN, Severity.WARNING, "The path does not need the certificate")
                .message("The certificate ({subject}) is neither the leaf nor a part of the path of the leaf.")
                .rationale(
                        "An unneeded certificate can be uploaded by mistake, or can hide that the right certificate is missing.")
                .causes(
                        "{formerLeaf} is an earlier certificate of this node, and its CSR is not in the directory.",
                        "A certificate of another CA or node was put into the folder of this upload set.")
                .remedy(
                        "[Move {formerLeaf} to a folder named archive, or remove it.][If {otherCertificate} belongs to another node or purpose, move it to the folder of that node and purpose. If it is the certificate of a peer, such as LDAP or Expressway-C, and you want to upload it to the trust store, keep it, and accept the finding with a waiver. Otherwise, move it to a folder named archive, or remove it.]")
                .source(Source.TECH_NOTE, "Order of the uploads", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        if (facts.chain(set).filter(chain -> !chain.path().isEmpty()).isEmpty()) {
            return;
        }
        set.slot()
                .certificates()
                .filter(certificate -> !isUsed(certificate, set, facts))
                .forEach(certificate -> findings.on(certificate)
                        .with("subject", certificate.subject().toString())
                        .with(
                                isFormer(certificate, set.leaf().orElseThrow(), facts)
                                        ? "formerLeaf"
                                        : "otherCertificate",
                                certificate.origin().file())
                        .report());
    }

    private static boolean isFormer(Certificate certificate, Certificate leaf, Facts facts) {
        return certificate.subject().equals(leaf.subject())
                && certificate.notBefore().isBefore(leaf.notBefore())
                && facts.uploads().csrOf(certificate.key()).isEmpty();
    }

    private static boolean isUsed(Certificate certificate, UploadSet set, Facts facts) {
        boolean leaf = set.leaf().equals(Optional.of(certificate))
                || set.deployed().identities().contains(certificate)
                || set.match().history().stream().anyMatch(pair -> pair.leaf().equals(certificate));
        return leaf
                || facts.stores(set).stream()
                        .anyMatch(store -> facts.neededIn(store).contains(certificate))
                || facts.holders(certificate.origin().file()).stream()
                        .anyMatch(other -> other.slot().own().stream().anyMatch(object -> object == certificate)
                                && facts.authorities(other).contains(certificate));
    }
}
