package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.cucm.Purpose;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Security Guide 15: the CAPF certificate has CA:TRUE and keyCertSign. Without them, TLS connections fail. */
public final class CapfConstraints extends SetRule {
    public CapfConstraints() {
        super(RuleInfo.of(
                        "capf-constraints",
                        Topic.KEY_USAGE,
                        Severity.ERROR,
                        "The CAPF certificate cannot sign certificates")
                .message("The CAPF certificate lacks {missing}.")
                .rationale(
                        "CAPF is itself a CA: it signs the certificates of the phones. Without CA:TRUE and keyCertSign, TLS connections fail.")
                .causes(
                        "CSR {notAsking} did not request keyCertSign. It was generated for another purpose, or not by CUCM.",
                        "The CA used a template for web servers.")
                .remedy(
                        "[On the publisher, generate a CSR for CAPF, and replace {notAsking} with it. ]Have the CSR signed with a template for subordinate CAs: basicConstraints CA:TRUE, pathlen:0; keyUsage digitalSignature, keyCertSign.")
                .whyError(
                        "Security Guide 15 says that TLS connections fail without CA:TRUE and keyCertSign. No document says that CUCM rejects the upload.")
                .source("Security Guide 15", "CAPF certificate", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.purpose() == Purpose.CAPF && set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Certificate leaf = set.leaf().orElseThrow();
        List<String> missing = new ArrayList<>();
        if (!leaf.extensions().ca()) {
            missing.add("CA:TRUE");
        }
        if (!leaf.extensions().usages().contains("keyCertSign")) {
            missing.add("keyCertSign");
        }
        if (!missing.isEmpty()) {
            Optional<Csr> notAsking =
                    set.csr().filter(csr -> !csr.extensions().usages().contains("keyCertSign"));
            findings.on(leaf)
                    .with("missing", missing)
                    .with("notAsking", notAsking.map(csr -> csr.origin().file()))
                    .report();
        }
    }
}
