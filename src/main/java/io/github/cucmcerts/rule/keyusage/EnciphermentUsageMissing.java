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
 * Security Guide 14: the CA must not change or remove dataEncipherment. RFC 8813 forbids both encipherment usages on EC
 * keys, so the rule only warns.
 */
public final class EnciphermentUsageMissing extends SetRule {
    private static final Set<String> ENCIPHERMENT = Set.of("dataEncipherment", "keyEncipherment");

    public EnciphermentUsageMissing() {
        super(RuleInfo.of(
                        "encipherment-usage-missing",
                        Topic.KEY_USAGE,
                        Severity.WARNING,
                        "The certificate lacks an encipherment usage that the CSR requested")
                .message("The key usage of the certificate lacks {missing}, which CSR {csr} requested.")
                .rationale(
                        "The guides require the encipherment usages. No document describes a rejection, and public CAs leave out encipherment usages according to their own rules.")
                .causes(
                        "The CA's template does not set {missing}. Public CAs advise against dataEncipherment, and RFC 8813 forbids both encipherment usages on EC keys.")
                .remedy(
                        "If the CA can do it, have the certificate issued again with all key usages of the CSR. Otherwise, accept the finding with a waiver.")
                .source(
                        Source.SECURITY_GUIDE,
                        "Data encipherment must not be changed or removed by the CA",
                        Source.Kind.REQUIREMENT));
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
        missing.retainAll(ENCIPHERMENT);
        if (!missing.isEmpty()) {
            findings.on(leaf)
                    .with("missing", List.copyOf(missing))
                    .with("csr", csr.origin().file())
                    .report();
        }
    }
}
