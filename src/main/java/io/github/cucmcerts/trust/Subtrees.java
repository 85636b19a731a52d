package io.github.cucmcerts.trust;

import io.github.cucmcerts.trust.NameForm.Subtree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one CA permits, or excludes, of one form of names. A name is looked up part by part, so that thousands of names under
 * thousands of constraints take no longer than they are long.
 */
final class Subtrees {
    /** The constraints whose base ends here, and where longer ones go on. */
    private static final class Branch {
        private final Map<String, Branch> longer = new HashMap<>();
        private final Map<Subtree, String> ending = new LinkedHashMap<>();
    }

    private final Branch trunk = new Branch();
    private final List<String> texts = new ArrayList<>();
    private Optional<String> incomparable = Optional.empty();

    /**
     * @param subtree nothing where names cannot be compared with it
     */
    void add(String text, Optional<Subtree> subtree) {
        texts.add(text);
        if (subtree.isEmpty()) {
            incomparable = incomparable.or(() -> Optional.of(text));
            return;
        }
        Branch branch = trunk;
        for (String part : subtree.get().base()) {
            branch = branch.longer.computeIfAbsent(part, longer -> new Branch());
        }
        branch.ending.putIfAbsent(subtree.get(), text);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** All constraints, as people read them. */
    List<String> texts() {
        return texts;
    }

    /** The first that no name can be compared with. */
    Optional<String> incomparable() {
        return incomparable;
    }

    /** The constraint that the name lies within. */
    Optional<String> holding(List<String> name) {
        Branch branch = trunk;
        for (int parts = 0; branch != null; parts++) {
            for (Map.Entry<Subtree, String> entry : branch.ending.entrySet()) {
                if (entry.getKey().allows(name.size() - parts)) {
                    return Optional.of(entry.getValue());
                }
            }
            branch = parts < name.size() ? branch.longer.get(name.get(parts)) : null;
        }
        return Optional.empty();
    }
}
