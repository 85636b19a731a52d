package io.github.cucmcerts.mojo;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.rule.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads parameters that take words. An unknown word is refused with the allowed ones. */
final class Values {
    private static final Set<String> REPORTS = Set.of("json");

    private Values() {}

    static List<String> trimmed(List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .filter(value -> value != null && !value.isBlank())
                        .map(String::strip)
                        .toList();
    }

    static Set<Purpose> purposes(List<String> names) {
        return names.stream()
                .map(name -> Purpose.named(name)
                        .orElseThrow(() -> unknown(
                                "purposes",
                                name,
                                Arrays.stream(Purpose.values())
                                        .filter(purpose -> purpose != Purpose.UNKNOWN)
                                        .map(Purpose::label)
                                        .toList())))
                .collect(Collectors.toSet());
    }

    static Set<Severity> failing(String name) {
        return switch (name) {
            case "ERROR" -> Set.of(Severity.ERROR);
            case "WARNING" -> Set.of(Severity.ERROR, Severity.WARNING);
            case "NEVER" -> Set.of();
            default -> throw unknown("failOn", name, List.of("ERROR", "WARNING", "NEVER"));
        };
    }

    static List<String> reports(List<String> names) {
        for (String name : names) {
            if (!REPORTS.contains(name)) {
                throw unknown("reports", name, List.copyOf(REPORTS));
            }
        }
        return names;
    }

    private static IllegalArgumentException unknown(String parameter, String value, List<String> allowed) {
        return new IllegalArgumentException("Unknown value '" + value + "' of cucm-certs." + parameter + ". Allowed: "
                + String.join(", ", allowed));
    }
}
