package io.github.cucmcerts.rule.chain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The role that a file's name tells, where it tells one. */
final class RoleName {
    private static final List<String> ROLES = List.of("root", "intermediate", "leaf");

    private RoleName() {}

    static Optional<String> in(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (ROLES.stream().noneMatch(name::contains)) {
            return Optional.empty(); // most names tell none, and each set looks at all files that are for everybody
        }
        List<String> words = Arrays.asList(name.split("[._\\- ]", -1));
        List<String> told = ROLES.stream().filter(words::contains).toList();
        return told.size() == 1 ? Optional.of(told.get(0)) : Optional.empty();
    }
}
