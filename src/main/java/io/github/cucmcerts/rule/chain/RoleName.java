package io.github.cucmcerts.rule.chain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The role that a file name contains, if any. */
final class RoleName {
    private static final List<String> ROLES = List.of("root", "intermediate", "leaf");

    private RoleName() {}

    static Optional<String> in(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (ROLES.stream().noneMatch(name::contains)) {
            return Optional.empty(); // a fast way out: most names have none, and each set looks at all shared files
        }
        List<String> words = Arrays.asList(name.split("[._\\- ]", -1));
        List<String> named = ROLES.stream().filter(words::contains).toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
