package io.github.cucmcerts.check;

import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Language;
import java.util.EnumSet;
import java.util.Set;

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
    public String names(Language language) {
        return names(topics, language);
    }

    /** The topics that it leaves out, separated by commas. */
    public String notChecked(Language language) {
        Set<Topic> others = EnumSet.copyOf(ALL.topics);
        others.removeAll(topics);
        return names(others, language);
    }

    private static String names(Set<Topic> topics, Language language) {
        return topics.stream().map(Topic::toString).collect(language.commas());
    }
}
