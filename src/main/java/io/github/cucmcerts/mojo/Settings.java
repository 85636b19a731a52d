package io.github.cucmcerts.mojo;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Judge;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severities;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Grouping;
import io.github.cucmcerts.upload.Uploads;
import io.github.cucmcerts.waiver.Waiver;
import io.github.cucmcerts.waiver.Waivers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The parameters, checked before anything is read.
 *
 * @param purposes those to judge; all where empty
 */
record Settings(
        ChangeWindow window,
        Cluster cluster,
        Set<Purpose> purposes,
        Duration expiryWarning,
        Severities severities,
        List<Waiver> waivers) {

    /** From objects to sets, from sets to findings, from findings to what is told. */
    Report judge(Inventory inventory, Set<Topic> topics, String version, String directory, String repositoryPath) {
        return judge(
                inventory, () -> Grouping.of(inventory, cluster, purposes), topics, version, directory, repositoryPath);
    }

    Report judge(
            Inventory inventory,
            Supplier<Uploads> grouping,
            Set<Topic> topics,
            String version,
            String directory,
            String repositoryPath) {
        Facts facts = new Facts(inventory, grouped(grouping), cluster, window, expiryWarning);
        List<RuleInfo> rules = RuleBook.judged(topics, severities);
        // a waiver may be for a set that is left out, or that is not known
        List<RuleInfo> wholly = facts.uploads().leftOut().isEmpty()
                        && facts.uploads().failure().isEmpty()
                ? rules
                : rules.stream().filter(rule -> rule.topic() == Topic.FILES).toList();
        List<Finding> findings =
                Waivers.apply(waivers, Judge.judge(facts, topics, severities), window, wholly, severities);
        return new Report(version, directory, repositoryPath, facts, rules, findings);
    }

    private static Uploads grouped(Supplier<Uploads> grouping) {
        try {
            return grouping.get();
        } catch (RuntimeException | StackOverflowError e) {
            return Uploads.failed(String.valueOf(e));
        }
    }
}
