package io.github.cucmcerts.check;

import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The result of the check of a directory.
 *
 * @param scope what was checked
 * @param rules those that were checked
 * @param findings in the order of upload sets, then of rules
 * @param bySet the findings by the id of their upload set; without a set, under the empty key
 */
public record Assessment(
        Scope scope,
        Facts facts,
        List<RuleInfo> rules,
        List<Finding> findings,
        Map<Optional<String>, List<Finding>> bySet) {
    public static Assessment of(Scope scope, Facts facts, List<RuleInfo> rules, List<Finding> findings) {
        Map<Optional<String>, List<Finding>> bySet = new HashMap<>();
        for (Finding finding : findings) {
            bySet.computeIfAbsent(finding.uploadSet(), set -> new ArrayList<>()).add(finding);
        }
        return new Assessment(scope, facts, List.copyOf(rules), List.copyOf(findings), bySet);
    }

    /** The same with the texts of the rules and the prose of the evidence in another language. */
    public Assessment in(Language language) {
        if (language.isEnglish()) {
            return this;
        }
        Map<RuleInfo, RuleInfo> known = new HashMap<>();
        UnaryOperator<RuleInfo> translated = rule -> known.computeIfAbsent(rule, each -> each.in(language));
        List<Finding> all = findings.stream()
                .map(finding -> finding.with(translated.apply(finding.rule())))
                .toList();
        return of(scope, facts, rules.stream().map(translated).toList(), all);
    }

    /** The upload sets that were checked. */
    public List<UploadSet> sets() {
        return facts.uploads().sets();
    }

    public State state(UploadSet set) {
        if (set.isDeployed()) {
            return State.DEPLOYED;
        }
        if (facts.portChecks().notChecked().contains(set.id()) || hasError(set)) {
            return State.BLOCKED;
        }
        if (scope.isNarrow()) {
            return State.NO_ERROR;
        }
        return set.leaf().isEmpty() ? State.AWAITING_CERTIFICATE : State.READY;
    }

    private boolean hasError(UploadSet set) {
        for (Finding finding : findings(set)) {
            if (finding.counts(Severity.ERROR)) {
                return true;
            }
        }
        return false;
    }

    public List<Finding> findings(UploadSet set) {
        return bySet.getOrDefault(Optional.of(set.id()), List.of());
    }

    /** The findings that belong to no upload set. */
    public List<Finding> otherFindings() {
        return bySet.getOrDefault(Optional.<String>empty(), List.of());
    }

    /** How many findings of that severity count. */
    public long count(Severity severity) {
        long count = 0;
        for (Finding finding : findings) {
            if (finding.counts(severity)) {
                count++;
            }
        }
        return count;
    }
}
