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
 * Security Guide 14 has a store keep one certificate of a subject, document 217138 of 2025 (for 14 and 15) one of a common name. The
 * release notes of 12.5 have several deployed ones of one common name as a defect (CSCvn65359).
 */
public final class TrustCnShared extends SetRule {
    public TrustCnShared() {
        super(RuleInfo.of(
                        "trust-cn-shared",
                        Topic.TRUST_STORE,
                        Severity.WARNING,
                        "Certificates of a trust store share their common name")
                .message("in {store} {certificates} have one common name, {name}[, and different subjects: {subjects}]")
                .rationale(
                        "From release 14 on documents disagree whether of two certificates with one common name and different subjects one takes the place of the other: Security Guide 14 compares subjects, document 217138 of 2025 common names. In every release several deployed certificates of one common name can make CPU peaks every 30 minutes (CSCvn65359).")
                .causes(
                        "Two CAs, or two generations of one, have the same common name: {subjects}",
                        "A former certificate was not deleted when its successor came")
                .remedy(
                        "Delete from {store} those that nobody needs, and take out of the directory what need not be uploaded[. If {subjects} are all needed, see in the list of {store} after the upload that each is there, and have the CA issue its next certificate under another common name (Cisco advises a suffix such as -G2)]")
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
