package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.Optional;

/**
 * Security Guide 14: from 14SU1 on, CUCM accepts a certificate without the OU of its CSR. The documents do not mention
 * the other fields.
 */
public final class CsrSubjectReduced extends SetRule {
    private static final Release FIRST = new Release("14SU1");

    public CsrSubjectReduced() {
        super(RuleInfo.of(
                        "csr-subject-reduced",
                        Topic.CSR_MATCH,
                        Severity.INFO,
                        "The certificate lacks subject fields of the CSR")
                .message("The subject of the certificate lacks fields that CSR {csr} requested: {missing}.")
                .rationale(
                        "From 14SU1 on, CUCM accepts a certificate without the OU of its CSR. No document says whether CUCM accepts a certificate without another field of its CSR.")
                .causes("The CA leaves out fields that it does not verify.")
                .remedy(
                        "[No action needed, because CUCM accepts a certificate without {acceptedLoss} from 14SU1 on.][If the release is 14SU1 or later, no action is needed, because CUCM then accepts a certificate without {releaseLoss}. Otherwise, no document says whether CUCM accepts the certificate: have the CA issue it again with the subject of the CSR, or keep time in the change window in case CUCM rejects it.][No document says whether CUCM accepts a certificate without {undocumentedLoss}. Have the CA issue the certificate again with the subject of the CSR, or keep time in the change window in case CUCM rejects it.]")
                .source(Source.SECURITY_GUIDE, "OU in CSR and certificate", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return hasCsrAndLeaf(set);
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Csr csr = set.csr().orElseThrow();
        Certificate leaf = set.leaf().orElseThrow();
        List<String> missing =
                SubjectComparison.of(csr.subject(), leaf.subject()).missing();
        if (!missing.isEmpty()) {
            findings.on(leaf)
                    .with("csr", csr.origin().file())
                    .with("missing", missing)
                    .with(loss(missing, facts.cluster().release()), missing)
                    .report();
        }
    }

    /** The name of the evidence that selects the remedy. */
    private static String loss(List<String> missing, Optional<Release> release) {
        boolean isUnit = missing.stream().allMatch(field -> field.startsWith("OU="));
        if (!isUnit || release.filter(known -> known.compareTo(FIRST) < 0).isPresent()) {
            return "undocumentedLoss";
        }
        return release.isPresent() ? "acceptedLoss" : "releaseLoss";
    }
}
