package io.github.cucmcerts.trust;

import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.NameForm.Subtree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of one form that one CA permits or excludes. It looks up a name part by part, so that the time depends only
 * on the length of names and constraints, not on their number.
 */
final class Subtrees {
    /** The constraints whose base ends here, and the branches to longer ones. */
    private static final class Branch {
        private final Map<String, Branch> longer = new HashMap<>();
        private final Map<Subtree, Message> ending = new LinkedHashMap<>();
    }

    private final Branch trunk = new Branch();
    private final List<Message> texts = new ArrayList<>();
    private Optional<Message> incomparable = Optional.empty();

    /**
     * @param subtree empty if names cannot be compared with it
     */
    void add(Message text, Optional<Subtree> subtree) {
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

    /** All constraints as people read them. */
    List<Message> texts() {
        return texts;
    }

    /** The first constraint with which no name can be compared. */
    Optional<Message> incomparable() {
        return incomparable;
    }

    /** The constraint that contains the name. */
    Optional<Message> holding(List<String> name) {
        Branch branch = trunk;
        for (int parts = 0; branch != null; parts++) {
            for (Map.Entry<Subtree, Message> entry : branch.ending.entrySet()) {
                if (entry.getKey().allows(name.size() - parts)) {
                    return Optional.of(entry.getValue());
                }
            }
            branch = parts < name.size() ? branch.longer.get(name.get(parts)) : null;
        }
        return Optional.empty();
    }
}
