package io.github.cucmcerts.check;

import io.github.cucmcerts.rule.Topic;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a goal checks.
 *
 * @param goal its name, for example {@code check-validity}
 * @param topics the topics whose rules it checks
 */
public record Scope(String goal, Set<Topic> topics) {
    /** What the goal {@code check} checks: all that is in files. */
    public static final Scope ALL = new Scope("check", EnumSet.complementOf(EnumSet.of(Topic.ENGINE, Topic.SERVED)));

    /** What the goal {@code check-served} checks. */
    public static final Scope SERVED = new Scope("check-served", EnumSet.of(Topic.SERVED));

    /** Whether it leaves topics out, so that it cannot call an upload set ready. */
    public boolean isNarrow() {
        return !topics.containsAll(ALL.topics);
    }

    /** Whether it checks what the nodes serve. */
    public boolean isServed() {
        return topics.contains(Topic.SERVED);
    }

    /** The topics, separated by commas. */
    public String names() {
        return names(topics);
    }

    /** The topics that it leaves out, separated by commas. */
    public String notChecked() {
        Set<Topic> others = EnumSet.copyOf(ALL.topics);
        others.removeAll(topics);
        return names(others);
    }

    private static String names(Set<Topic> topics) {
        return topics.stream().map(Topic::toString).collect(Collectors.joining(", "));
    }
}
