package io.github.cucmcerts.rule;

import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the findings of one rule, of one upload set or of none. */
public final class Findings {
    private final RuleInfo rule;
    private final Severity severity;
    private final Optional<String> uploadSet;
    private final List<Finding> found = new ArrayList<>();

    /**
     * @param severities what the findings weigh
     * @param uploadSet the set that they lie on, if any
     */
    public Findings(RuleInfo rule, Severities severities, Optional<String> uploadSet) {
        this.rule = rule;
        severity = severities.of(rule);
        this.uploadSet = uploadSet;
    }

    /** A finding in the making: {@code on(leaf).with("added", names).report()}. */
    public final class Draft {
        private final Origin origin;
        private final Optional<String> sha256;
        private final Map<String, List<String>> evidence = new LinkedHashMap<>();

        private Draft(Origin origin, Optional<String> sha256) {
            this.origin = origin;
            this.sha256 = sha256;
        }

        public Draft with(String name, String value) {
            return with(name, List.of(value));
        }

        public Draft with(String name, List<String> values) {
            if (!values.isEmpty()) {
                evidence.put(name, List.copyOf(values));
            }
            return this;
        }

        public Draft with(String name, Optional<String> value) {
            return with(name, value.stream().toList());
        }

        public void report() {
            found.add(new Finding(rule, severity, uploadSet, origin, sha256, evidence, Optional.empty()));
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
