package io.github.cucmcerts.waiver;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.EngineRules;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies waivers, which accept findings for a reason and until a date. */
public final class Waivers {
    private Waivers() {}

    /**
     * The findings, marked as waived if a waiver fits, and the findings on the waivers themselves.
     *
     * @param complete the rules that checked everything; for other rules, an unused waiver proves nothing
     */
    public static List<Finding> apply(
            List<Waiver> waivers,
            List<Finding> findings,
            ChangeWindow window,
            List<RuleInfo> complete,
            Severities severities) {
        List<Waiver> valid =
                waivers.stream().filter(waiver -> !waiver.isExpiredIn(window)).toList();
        List<Finding> all = new ArrayList<>();
        for (Finding finding : findings) {
            all.add(valid.stream()
                    .filter(waiver -> waiver.fits(finding))
                    .findFirst()
                    .map(waiver -> finding.waived(waiver.acceptance()))
                    .orElse(finding));
        }
        for (Waiver waiver : waivers) {
            if (!valid.contains(waiver)) {
                all.addAll(about(EngineRules.WAIVER_EXPIRED, waiver, severities));
            } else if (complete.stream().anyMatch(rule -> rule.id().equals(waiver.rule()))
                    && findings.stream().noneMatch(waiver::fits)) {
                all.addAll(about(EngineRules.WAIVER_UNUSED, waiver, severities));
            }
        }
        return all;
    }

    private static List<Finding> about(RuleInfo rule, Waiver waiver, Severities severities) {
        if (severities.isOff(rule)) {
            return List.of();
        }
        Findings findings = new Findings(rule, severities, Optional.empty());
        findings.on(Origin.DIRECTORY)
                .with("rule", waiver.rule())
                .with("what", waiver.what())
                .with("reason", waiver.acceptance().reason())
                .with("until", waiver.acceptance().until().toString())
                .with("where", waiver.where())
                .report();
        return findings.all();
    }
}
