package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.inventory.Certificate;
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
import java.util.Map;
import java.util.Set;

/**
 * Document 118855, on Unified CCX: a critical extension other than key usage and basic constraints breaks its TLS
 * connections with CUCM. No document says that CUCM rejects it.
 */
public final class CriticalExtension extends SetRule {
    /** keyUsage and basicConstraints. */
    private static final Set<String> ALLOWED = Set.of("2.5.29.15", "2.5.29.19");

    private static final Map<String, String> NAMES = Map.of(
            "2.5.29.17", "subjectAltName",
            "2.5.29.30", "nameConstraints",
            "2.5.29.32", "certificatePolicies",
            "2.5.29.37", "extendedKeyUsage");

    public CriticalExtension() {
        super(RuleInfo.of(
                        "critical-extension",
                        Topic.KEY_USAGE,
                        Severity.WARNING,
                        "The certificate has a critical extension that Unified CCX does not accept")
                .message("The certificate marks these extensions as critical: {extensions}.")
                .rationale(
                        "Unified CCX accepts only Key Usage and Basic Constraints as critical. Any other critical extension breaks its TLS connection with CUCM.")
                .causes("The CA's template marks {extensions} as critical.")
                .remedy(
                        "If Unified CCX is connected, have the certificate issued again with {extensions} marked as not critical. Otherwise, accept the finding with a waiver.")
                .source(
                        "Configure UCCX Solution Certificate Management (document 118855)",
                        "Critical extensions",
                        Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Certificate leaf = set.leaf().orElseThrow();
        List<String> critical = new ArrayList<>();
        for (String oid : leaf.extensions().critical()) {
            if (!ALLOWED.contains(oid)) {
                critical.add(NAMES.getOrDefault(oid, oid));
            }
        }
        if (!critical.isEmpty()) {
            findings.on(leaf).with("extensions", critical).report();
        }
    }
}
