package io.github.cucmcerts.rule.keyusage;

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
import java.util.Set;

/**
 * Document 217138, key usages of each CSR type: the signed certificate must have the key usages of its CSR. No document
 * says that CUCM rejects it otherwise.
 */
public final class KeyUsageMissing extends SetRule {
    // keyAgreement is documented as not required; EnciphermentUsageMissing checks the other two
    private static final Set<String> NOT_HERE = Set.of("dataEncipherment", "keyEncipherment", "keyAgreement");

    public KeyUsageMissing() {
        super(RuleInfo.of(
                        "key-usage-missing",
                        Topic.KEY_USAGE,
                        Severity.ERROR,
                        "The certificate lacks a key usage that the CSR requested")
                .message("The key usage of the certificate lacks {missing}, which CSR {csr} requested.")
                .rationale(
                        "Each CSR type has its own key usages, and the signed certificate must contain them. Without them, TLS connections can fail.")
                .causes("The CA's template sets its own key usages and ignores the key usages in the CSR.")
                .remedy("Have the CSR signed again with all of its key usages: {asked}.")
                .whyError(
                        "The guide requires the CSR's key usages in the certificate, and document 215534 (release 11.5) warns of misbehavior without them. The plugin assumes that TLS clients check them. No document says that CUCM rejects the upload.")
                .source(Source.TECH_NOTE, "Key usages of each CSR type", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return hasCsrAndLeaf(set);
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Csr csr = set.csr().orElseThrow();
        Certificate leaf = set.leaf().orElseThrow();
        Set<String> missing =
                Usages.lost(csr.extensions().usages(), leaf.extensions().usages());
        missing.removeAll(NOT_HERE);
        if (!missing.isEmpty()) {
            findings.on(leaf)
                    .with("missing", List.copyOf(missing))
                    .with("csr", csr.origin().file())
                    .with("asked", List.copyOf(csr.extensions().usages()))
                    .report();
        }
    }
}
