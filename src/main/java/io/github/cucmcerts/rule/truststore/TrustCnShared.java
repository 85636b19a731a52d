package io.github.cucmcerts.rule.truststore;

import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Namesakes;
import io.github.cucmcerts.trust.TrustStore;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;

/**
 * According to Security Guide 14, a trust store keeps one certificate per subject; according to document 217138 of
 * 2025 (for 14 and 15), one per common name. The release notes of 12.5 list several deployed certificates with one
 * common name as a defect (CSCvn65359).
 */
public final class TrustCnShared extends SetRule {
    public TrustCnShared() {
        super(RuleInfo.of(
                        "trust-cn-shared",
                        Topic.TRUST_STORE,
                        Severity.WARNING,
                        "Certificates in a trust store have the same common name")
                .message(
                        "These certificates for {store} have the same common name, {name}: {certificates}.[ Their subjects differ: {subjects}.]")
                .rationale(
                        "From release 14 on, the documents disagree on whether one certificate replaces another if both have the same common name but different subjects. Security Guide 14 compares subjects. Document 217138 of 2025 compares common names. In every release, several deployed certificates with one common name can cause CPU peaks every 30 minutes (CSCvn65359).")
                .causes(
                        "Two CAs, or two generations of one CA, have the same common name. Their subjects are {subjects}.",
                        "An old certificate was not deleted when its successor was added.")
                .remedy(
                        "From {store}, delete the certificates that nobody needs (a deletion cannot be undone), and then delete their files from deployed/. From the directory, remove the CA files that you do not need to upload.[ If the certificates of {subjects} are all needed, accept the finding with a waiver, and check after the upload in Certificate Management > Find that {store} shows each of them. If one is missing, the store cannot contain them all: systems that need it fail until its CA has issued it under another common name (Cisco advises a suffix, for example -G2). If you cannot risk this, have it issued before the change window.]")
                .source(
                        Source.SECURITY_GUIDE,
                        "Same subject twice in a trust store; " + Document.TECH_NOTE_2025.label() + "; CSCvn65359",
                        Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return true;
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        boolean from14 = facts.cluster().release().filter(Release::isFrom14).isPresent();
        for (TrustStore store : facts.stores(set)) {
            for (Namesakes some : facts.namesakes(store)) {
                List<String> subjects = subjects(some.all());
                if (from14 && subjects.size() > 1) {
                    report(store, some.all(), subjects, findings);
                } else if (some.deployed().size() > 1) {
                    report(store, some.deployed(), List.of(), findings);
                }
            }
        }
    }

    private static List<String> subjects(List<Certificate> certificates) {
        return certificates.stream()
                .map(Certificate::subject)
                .distinct()
                .map(Name::toString)
                .toList();
    }

    private static void report(
            TrustStore store, List<Certificate> certificates, List<String> subjects, Findings findings) {
        Certificate first = certificates.get(0);
        findings.on(first)
                .with("store", store.label())
                .with("name", first.subject().commonName())
                .with(
                        "certificates",
                        certificates.stream()
                                .map(certificate -> certificate.origin().file())
                                .toList())
                .with("subjects", subjects)
                .report();
    }
}
