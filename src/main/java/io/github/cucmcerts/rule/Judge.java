package io.github.cucmcerts.rule;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Holds the upload sets against the rules. */
public final class Judge {
    private static final RuleInfo RULE_FAILED = RuleInfo.of(
                    "rule-failed", Topic.ENGINE, Severity.ERROR, "A rule broke down")
            .message("the rule {rule} could not be judged ({problem})")
            .rationale("What was not judged must not pass. Everything else was judged.")
            .causes("A defect of this plugin, which this input brought to light")
            .remedy("Please report it, with the file if you can share it")
            .source("cucm-certs-maven-plugin", "Rules", Source.Kind.ADVICE);

    private Judge() {}

    /** What the topics' rules find, in the order of sets, then of rules. */
    public static List<Finding> judge(Context context, Set<Topic> topics) {
        return judge(context, RuleBook.of(topics));
    }

    static List<Finding> judge(Context context, List<Rule> rules) {
        List<Finding> all = new ArrayList<>();
        for (UploadSet set : context.uploads().sets()) {
            Origin place = set.request().map(object -> object.origin()).orElse(new Origin(set.id(), 0, 0, 0, false));
            for (Rule rule : rules) {
                if (rule instanceof SetRule setRule && !set.isDeployed()) {
                    all.addAll(
                            guarded(rule, Optional.of(set.id()), place, found -> setRule.judge(set, context, found)));
                }
            }
        }
        Origin directory = new Origin(".", 0, 0, 0, false);
        for (Rule rule : rules) {
            if (rule instanceof DirectoryRule directoryRule) {
                all.addAll(guarded(rule, Optional.empty(), directory, found -> directoryRule.judge(context, found)));
            }
        }
        return all;
    }

    private static List<Finding> guarded(
            Rule rule, Optional<String> uploadSet, Origin place, Consumer<Findings> judgement) {
        Findings found = new Findings(rule.info(), uploadSet);
        try {
            judgement.accept(found);
            return found.all();
        } catch (RuntimeException | StackOverflowError e) {
            Findings failure = new Findings(RULE_FAILED, uploadSet);
            failure.on(place)
                    .with("rule", rule.info().id())
                    .with("problem", String.valueOf(e))
                    .report();
            List<Finding> both = new ArrayList<>(found.all());
            both.addAll(failure.all());
            return both;
        }
    }
}
