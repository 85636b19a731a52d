package io.github.cucmcerts.rule;

import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Failure;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Checks the upload sets with the rules, on all cores. An internal error in a rule becomes a finding, and all other
 * rules are still checked.
 */
public final class Engine {
    private final Facts facts;
    private final Severities severities;

    private Engine(Facts facts, Severities severities) {
        this.facts = facts;
        this.severities = severities;
    }

    /** The findings in the order of sets, then of rules. Rules that are off are not checked. */
    public static List<Finding> findings(Facts facts, List<Rule> rules, Severities severities) {
        return new Engine(facts, severities).findings(on(rules, severities));
    }

    /** The texts of the rules that are checked. */
    public static List<RuleInfo> infos(List<Rule> rules, Severities severities) {
        List<RuleInfo> infos = new ArrayList<>();
        for (Rule rule : on(rules, severities)) {
            infos.add(rule.info());
        }
        return List.copyOf(infos);
    }

    /** The same findings, each with the finding that it follows from. If that check fails, they stay as they are and one more finding reports it. */
    public static List<Finding> explained(
            List<Finding> findings, Facts facts, List<Rule> rules, Severities severities) {
        try {
            return Consequences.explain(findings, rules, facts);
        } catch (RuntimeException | StackOverflowError e) {
            List<Finding> failure = new Engine(facts, severities)
                    .failed(EngineRules.CONSEQUENCES, String.valueOf(e), Optional.empty(), Origin.DIRECTORY);
            return Stream.concat(findings.stream(), failure.stream()).toList();
        }
    }

    private static List<Rule> on(List<Rule> rules, Severities severities) {
        List<Rule> on = new ArrayList<>();
        for (Rule rule : rules) {
            if (!severities.isOff(rule.info())) {
                on.add(rule);
            }
        }
        return on;
    }

    private List<Finding> findings(List<Rule> rules) {
        List<List<Finding>> ofSets = facts.uploads().sets().parallelStream()
                .map(set -> findings(rules, set))
                .toList();
        List<Finding> all = new ArrayList<>();
        for (List<Finding> ofSet : ofSets) {
            all.addAll(ofSet);
        }
        for (UploadSet set : facts.uploads().leftOut()) {
            all.addAll(notWorkedOut(set, Optional.empty(), place(set)));
        }
        Optional<String> problem = facts.uploads().failure();
        if (problem.isPresent()) {
            all.addAll(failed(EngineRules.UPLOAD_SETS, problem.get(), Optional.empty(), Origin.DIRECTORY));
        }
        for (Rule rule : rules) {
            if (rule instanceof DirectoryCheck ofDirectory) {
                all.addAll(guarded(rule, Optional.empty(), Origin.DIRECTORY, found -> ofDirectory.check(facts, found)));
            }
        }
        return all;
    }

    private static Origin place(UploadSet set) {
        Optional<NamedKey> request = set.request();
        return request.isPresent() ? request.get().origin() : Origin.whole(set.id());
    }

    private List<Finding> findings(List<Rule> rules, UploadSet set) {
        Origin place = place(set);
        List<Finding> all = new ArrayList<>(notWorkedOut(set, Optional.of(set.id()), place));
        for (Rule rule : rules) {
            if (rule instanceof SetRule setRule) {
                all.addAll(guarded(rule, Optional.of(set.id()), place, found -> {
                    if (setRule.isCheckedOn(set)) {
                        setRule.check(set, facts, found);
                    }
                }));
            }
        }
        return all;
    }

    private List<Finding> guarded(Rule rule, Optional<String> uploadSet, Origin place, Consumer<Findings> check) {
        Findings found = new Findings(rule.info(), severities, uploadSet);
        try {
            check.accept(found);
            return found.all();
        } catch (RuntimeException | StackOverflowError e) {
            List<Finding> failure = failed(Message.value(rule.info().id()), String.valueOf(e), uploadSet, place);
            return Stream.concat(failure.stream(), found.all().stream()).toList();
        }
    }

    /** The findings about parts of the set that rules need and that could not be determined. */
    private List<Finding> notWorkedOut(UploadSet set, Optional<String> uploadSet, Origin place) {
        Optional<Failure> failure = facts.failure(set);
        return failure.isPresent()
                ? failed(failure.get().part(), failure.get().problem(), uploadSet, place)
                : List.of();
    }

    private List<Finding> failed(Message part, String problem, Optional<String> uploadSet, Origin place) {
        Findings failure = new Findings(EngineRules.RULE_FAILED, severities, uploadSet);
        failure.on(place).with("rule", part).with("problem", problem).report();
        return failure.all();
    }
}
