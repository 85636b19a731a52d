package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a certificate's subject differs from the subject that its CSR requested.
 *
 * @param different fields with another value, and the common name if it is missing
 * @param missing other fields that were left out
 */
record SubjectComparison(List<Message> different, List<String> missing) {
    static SubjectComparison of(Name requested, Name issued) {
        List<Message> different = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        if (requested.isWrittenAs(issued)) {
            return new SubjectComparison(different, missing);
        }
        Map<String, Set<String>> askedByType = requested.attributes();
        Map<String, Set<String>> givenByType = issued.attributes();
        Set<String> types = new TreeSet<>(askedByType.keySet());
        types.addAll(givenByType.keySet());
        for (String type : types) {
            Set<String> asked = askedByType.getOrDefault(type, Set.of());
            Set<String> given = givenByType.getOrDefault(type, Set.of());
            Set<String> askedFolded = folded(asked);
            Set<String> givenFolded = folded(given);
            if (!askedFolded.containsAll(givenFolded) || type.equals("CN") && !askedFolded.equals(givenFolded)) {
                different.add(Message.of(
                        "reason.field-differs",
                        "{type}: {asked} in the CSR, {given} in the certificate",
                        "type",
                        type,
                        "asked",
                        shown(asked),
                        "given",
                        shown(given)));
            } else if (!givenFolded.containsAll(askedFolded)) {
                asked.stream()
                        .filter(value -> !givenFolded.contains(Name.folded(value)))
                        .forEach(value -> missing.add(type + "=" + value));
            }
        }
        return new SubjectComparison(different, missing);
    }

    private static Set<String> folded(Set<String> values) {
        return values.stream().map(Name::folded).collect(Collectors.toSet());
    }

    private static Message shown(Set<String> values) {
        return values.isEmpty() ? Message.of("reason.none", "none") : Message.value(String.join(" + ", values));
    }
}
