package io.github.cucmcerts.rule;

import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.text.Bounds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the findings of one rule, of one upload set or of none. */
public final class Findings {
    private final RuleInfo rule;
    private final Severities severities;
    private final Optional<String> uploadSet;
    private final List<Finding> found = new ArrayList<>();

    /**
     * @param severities what the findings weigh
     * @param uploadSet the set that they lie on, if any
     */
    public Findings(RuleInfo rule, Severities severities, Optional<String> uploadSet) {
        this.rule = rule;
        this.severities = severities;
        this.uploadSet = uploadSet;
    }

    /** A finding in the making: {@code on(leaf).with("added", names).report()}. */
    public final class Draft {
        private final Origin origin;
        private final Optional<String> sha256;
        private final Map<String, List<String>> evidence = new LinkedHashMap<>();
        private Severity severity = rule.severity();

        private Draft(Origin origin, Optional<String> sha256) {
            this.origin = origin;
            this.sha256 = sha256;
        }

        /** What this finding weighs, where that depends on the case; without it, what its rule weighs. */
        public Draft severity(Severity own) {
            severity = own;
            return this;
        }

        public Draft with(String name, String value) {
            return with(name, List.of(value));
        }

        /** Values, as many and as much of each as a finding shows. */
        public Draft with(String name, List<String> values) {
            return with(name, values, values.size());
        }

        /**
         * The same, where a rule does not look all values up.
         *
         * @param first the first {@value Bounds#VALUES}, or all where there are less
         * @param all how many there are
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

        public void report() {
            Severity weight = severities.of(rule, severity);
            found.add(
                    new Finding(rule, weight, uploadSet, origin, sha256, evidence, Optional.empty(), Optional.empty()));
        }
    }

    public Draft on(FileObject object) {
        Optional<String> sha256 = object instanceof NamedKey key ? Optional.of(key.sha256()) : Optional.empty();
        return new Draft(object.origin(), sha256);
    }

    public Draft on(Origin origin) {
        return new Draft(origin, Optional.empty());
    }

    /** What was reported, in order. */
    public List<Finding> all() {
        return List.copyOf(found);
    }
}
