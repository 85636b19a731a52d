package io.github.cucmcerts.rule;

import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the findings of one rule, on one upload set or on none. */
public final class Findings {
    private final RuleInfo rule;
    private final Severities severities;
    private final Optional<String> uploadSet;
    private final List<Finding> found = new ArrayList<>();

    /**
     * @param severities the severities that the build sets
     * @param uploadSet the upload set of the findings, if any
     */
    public Findings(RuleInfo rule, Severities severities, Optional<String> uploadSet) {
        this.rule = rule;
        this.severities = severities;
        this.uploadSet = uploadSet;
    }

    /** Builds a finding: {@code on(leaf).with("added", names).report()}. */
    public final class Draft {
        private final Origin origin;
        private final Optional<String> sha256;
        private final Map<String, List<String>> evidence = new LinkedHashMap<>();
        private final Map<String, List<Message>> phrases = new LinkedHashMap<>();
        private Severity severity = rule.severity();

        private Draft(Origin origin, Optional<String> sha256) {
            this.origin = origin;
            this.sha256 = sha256;
        }

        /** Sets the severity of this finding if it depends on the case; without it, the severity of the rule is used. */
        public Draft severity(Severity own) {
            severity = own;
            return this;
        }

        public Draft with(String name, String value) {
            return with(name, List.of(value));
        }

        /** Adds values, limited in number and length to what a finding shows. */
        public Draft with(String name, List<String> values) {
            return with(name, values, values.size());
        }

        /**
         * The same for a rule that does not look up all values.
         *
         * @param first the first {@value Bounds#VALUES}, or all if there are fewer
         * @param all the number of all values
         */
        public Draft with(String name, List<String> first, int all) {
            if (!first.isEmpty()) {
                evidence.put(name, Bounds.list(first, all));
            }
            return this;
        }

        public Draft with(String name, Optional<String> value) {
            return with(name, value.stream().toList());
        }

        /** Adds prose. The evidence has it in English. */
        public Draft with(String name, Message prose) {
            return withProse(name, List.of(prose));
        }

        /** The same for several values, or for none. */
        public Draft withProse(String name, List<Message> prose) {
            if (!prose.isEmpty()) {
                phrases.put(name, prose.stream().limit(Bounds.VALUES).toList());
            }
            return with(name, prose.stream().map(Message::toString).toList());
        }

        public void report() {
            Severity weight = severities.of(rule, severity);
            found.add(new Finding(
                    rule, weight, uploadSet, origin, sha256, evidence, phrases, Optional.empty(), Optional.empty()));
        }
    }

    public Draft on(FileObject object) {
        Optional<String> sha256 = object instanceof NamedKey key ? Optional.of(key.sha256()) : Optional.empty();
        return new Draft(object.origin(), sha256);
    }

    public Draft on(Origin origin) {
        return new Draft(origin, Optional.empty());
    }

    /** The reported findings, in order. */
    public List<Finding> all() {
        return List.copyOf(found);
    }
}
