package io.github.cucmcerts.report;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.report.HtmlPage.Badge;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.trust.Seen;
import io.github.cucmcerts.trust.Sighting;
import io.github.cucmcerts.trust.Sighting.Kind;
import io.github.cucmcerts.trust.Sightings;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Texts about what the nodes serve. */
final class ServedText {
    private static final String AS_PLANNED = "served as planned";
    private static final String OLD = "still old";
    private static final int NAMED = 10;

    private ServedText() {}

    /** A title: {@code Served as planned: 12 of 14 ports}. */
    static String verdict(Report report) {
        Sightings sightings = report.facts().sightings();
        long all = sightings.all().count();
        long asPlanned = sightings.count(Kind.AS_PLANNED);
        if (all == 0) {
            return "No port was checked";
        }
        return "Served as planned: " + Bounds.number(asPlanned) + " of " + ports(all);
    }

    /** The summary on the console, after the findings. */
    static List<String> lines(Report report) {
        Sightings sightings = report.facts().sightings();
        List<String> lines = new ArrayList<>();
        Map<String, Long> counted = report.sets().stream()
                .flatMap(set -> sightings.of(set.id()).stream().map(sighting -> label(sighting, set)))
                .collect(Collectors.groupingBy(label -> label, LinkedHashMap::new, Collectors.counting()));
        long all = sightings.all().count();
        lines.add("Checked " + ports(all)
                + counted.entrySet().stream()
                        .map(entry -> Bounds.number(entry.getValue()) + " " + entry.getKey())
                        .collect(Collectors.joining(", ", counted.isEmpty() ? "" : ": ", "")));
        sightings
                .all()
                .filter(sighting -> sighting.kind() == Kind.AS_PLANNED)
                .filter(sighting -> !oldTls(sighting).isEmpty())
                .map(sighting -> sighting.look() + ": " + oldTls(sighting))
                .forEach(lines::add);
        if (!sightings.notLookedAt().isEmpty()) {
            lines.add("Not checked, because the goal check finds errors there: "
                    + sightings.notLookedAt().stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (sightings.notLookedAt().size() > NAMED
                            ? " and " + Bounds.number(sightings.notLookedAt().size() - NAMED) + " more"
                            : ""));
        }
        return lines;
    }

    /** What the node serves for the set. */
    static Badge badge(Report report, UploadSet set, NodeName node) {
        if (report.facts().sightings().notLookedAt().contains(set.id())) {
            return new Badge("info", "not checked");
        }
        if (set.leaf().isEmpty()) {
            return new Badge("info", "awaits its certificate");
        }
        List<Sighting> sightings = of(report, set, node);
        if (sightings.isEmpty()) {
            return new Badge("info", Port.of(set.purpose()).isEmpty() ? "no port" : "not checked");
        }
        Map<String, String> ports = sightings.stream()
                .collect(Collectors.groupingBy(
                        sighting -> label(sighting, set),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                sighting ->
                                        Integer.toString(sighting.look().port().number()),
                                Collectors.joining(", "))));
        String text = ports.size() == 1
                ? ports.keySet().iterator().next()
                : ports.entrySet().stream()
                        .map(entry -> entry.getValue() + ": " + entry.getKey())
                        .collect(Collectors.joining("; "));
        return new Badge(tone(sightings), text);
    }

    /** Why the TLS of the node for the set is old; empty if it is not. */
    static String oldTls(Report report, UploadSet set, NodeName node) {
        return of(report, set, node).stream()
                .map(ServedText::oldTls)
                .filter(old -> !old.isEmpty())
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), some -> String.join(", ", some)));
    }

    private static String ports(long count) {
        return Bounds.number(count) + (count == 1 ? " port" : " ports");
    }

    private static List<Sighting> of(Report report, UploadSet set, NodeName node) {
        return report.facts().sightings().of(set.id()).stream()
                .filter(sighting -> sighting.look().node().sameAs(node))
                .toList();
    }

    private static String tone(List<Sighting> sightings) {
        if (sightings.stream()
                .anyMatch(sighting -> sighting.kind() == Kind.OTHER || sighting.kind() == Kind.UNREACHABLE)) {
            return "error";
        }
        return sightings.stream().anyMatch(sighting -> sighting.kind() == Kind.AS_PLANNED) ? "good" : "info";
    }

    private static String label(Sighting sighting, UploadSet set) {
        return switch (sighting.kind()) {
            case AS_PLANNED -> AS_PLANNED;
            case OTHER -> isOld(sighting, set) ? OLD : "another certificate";
            case UNREACHABLE -> "unreachable";
            case NOT_SEEN -> "not shown";
        };
    }

    private static boolean isOld(Sighting sighting, UploadSet set) {
        return sighting.seen() instanceof Seen.Served served
                && set.former(served.own()).isPresent();
    }

    private static String oldTls(Sighting sighting) {
        return sighting.seen() instanceof Seen.Served served ? served.oldTls().orElse("") : "";
    }
}
