package io.github.cucmcerts.report;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.report.HtmlPage.Badge;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.trust.PortCheck;
import io.github.cucmcerts.trust.PortCheck.Kind;
import io.github.cucmcerts.trust.PortChecks;
import io.github.cucmcerts.trust.ProbeResult;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Texts about what the nodes serve. */
final class ServedText {
    private static final int NAMED = 10;

    private ServedText() {}

    /** What was seen of a set, with its words, its tone, and the state that is as urgent. */
    private enum Head {
        NOT_AS_PLANNED("NOT AS PLANNED", "error", State.BLOCKED),
        NOT_CHECKED("NOT CHECKED", "info", State.NO_ERROR),
        NOT_SEEN("NOT SEEN", "warning", State.NO_ERROR),
        /** For example an expired certificate. */
        WITH_ERRORS("SERVED AS PLANNED, BUT WITH ERRORS", "error", State.BLOCKED),
        IN_PART("SERVED AS PLANNED WHERE SEEN", "good", State.DEPLOYED),
        AS_PLANNED("SERVED AS PLANNED", "good", State.DEPLOYED);

        private final String text;
        private final String tone;
        private final State urgency;

        Head(String text, String tone, State urgency) {
            this.text = text;
            this.tone = tone;
            this.urgency = urgency;
        }
    }

    /** The head of a set. */
    static Badge head(Report report, UploadSet set) {
        Head head = seen(report, set);
        return new Badge(head.tone, head.text);
    }

    /** The state that is as urgent. */
    static State urgency(Report report, UploadSet set) {
        return seen(report, set).urgency;
    }

    private static Head seen(Report report, UploadSet set) {
        List<Kind> kinds = report.facts().portChecks().of(set.id()).stream()
                .map(PortCheck::kind)
                .distinct()
                .toList();
        if (kinds.isEmpty()) {
            return Head.NOT_CHECKED;
        }
        if (kinds.stream().anyMatch(Kind::isWrong)) {
            return Head.NOT_AS_PLANNED;
        }
        if (!kinds.contains(Kind.AS_PLANNED)) {
            return Head.NOT_SEEN;
        }
        if (report.findings(set).stream().anyMatch(finding -> finding.counts(Severity.ERROR))) {
            return Head.WITH_ERRORS;
        }
        return kinds.size() == 1 ? Head.AS_PLANNED : Head.IN_PART;
    }

    /** A title: {@code Served as planned: 12 of 14 ports}. */
    static String verdict(Report report) {
        PortChecks portChecks = report.facts().portChecks();
        long all = portChecks.all().count();
        Language language = report.language();
        if (all == 0) {
            return language.text("report.served-no-port", "Nothing was verified: no port was checked");
        }
        if (!portChecks.isAnyServed()) {
            return language.text("report.served-nothing", "Nothing was verified: no node showed a certificate");
        }
        return language.text(
                "report.served-verdict",
                "Served as planned: {number} of {ports}",
                "number",
                portChecks.count(Kind.AS_PLANNED),
                "ports",
                ports(all, language));
    }

    /** The tone of the title. */
    static String tone(Report report) {
        PortChecks portChecks = report.facts().portChecks();
        boolean good = portChecks.count(Kind.AS_PLANNED) > 0
                && report.sets().stream().noneMatch(set -> isLeftOut(report, set) && !set.isDeployed())
                && portChecks.all().noneMatch(portCheck -> portCheck.kind().isWrong());
        return good ? "good" : "warning";
    }

    /** The summary on the console, after the findings. */
    static List<String> lines(Report report) {
        PortChecks portChecks = report.facts().portChecks();
        Language language = report.language();
        List<String> lines = new ArrayList<>();
        Map<String, Long> counted = report.sets().stream()
                .flatMap(set -> portChecks.of(set.id()).stream().map(portCheck -> label(portCheck, set, report)))
                .collect(Collectors.groupingBy(label -> label, LinkedHashMap::new, Collectors.counting()));
        String ports = ports(portChecks.all().count(), language);
        String results = counted.entrySet().stream()
                .map(entry -> report.number(entry.getValue(), entry.getKey()))
                .collect(language.commas());
        lines.add(
                results.isEmpty()
                        ? language.text("report.served-checked", "Checked {ports}", "ports", ports)
                        : language.text(
                                "report.served-results",
                                "Checked {ports}: {results}",
                                "ports",
                                ports,
                                "results",
                                results));
        portChecks
                .all()
                .filter(portCheck -> portCheck.kind() == Kind.AS_PLANNED)
                .filter(portCheck -> !oldTls(portCheck, report.language()).isEmpty())
                .map(portCheck -> portCheck.endpoint() + ": " + oldTls(portCheck, report.language()))
                .forEach(lines::add);
        names(report, set -> isLeftOut(report, set) && !set.isDeployed())
                .map(sets -> language.text(
                        "report.served-left-errors",
                        "Not checked, because the goal check finds errors there: {sets}",
                        "sets",
                        sets))
                .ifPresent(lines::add);
        names(report, set -> isLeftOut(report, set) && set.isDeployed())
                .map(sets -> language.text(
                        "report.served-left-replaced",
                        "Not checked, because a multi-server certificate replaces theirs: {sets}",
                        "sets",
                        sets))
                .ifPresent(lines::add);
        names(report, set -> set.leaf().isEmpty())
                .map(sets -> language.text(
                        "report.served-left-awaiting",
                        "Not checked, because no certificate matches their CSR yet: {sets}",
                        "sets",
                        sets))
                .ifPresent(lines::add);
        names(report, set -> set.leaf().isPresent() && set.purpose() == Purpose.UNKNOWN && !isLeftOut(report, set))
                .map(sets -> language.text(
                        "report.served-left-unknown",
                        "Not checked, because their purpose is unknown: {sets}",
                        "sets",
                        sets))
                .ifPresent(lines::add);
        return lines;
    }

    private static boolean isLeftOut(Report report, UploadSet set) {
        return report.facts().portChecks().notChecked().contains(set.id());
    }

    /** The ids of the first of these sets, and the number of the others; empty if there are none. */
    private static Optional<String> names(Report report, Predicate<UploadSet> which) {
        List<String> ids =
                report.sets().stream().filter(which).map(UploadSet::id).toList();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        Language language = report.language();
        String first = ids.stream().limit(NAMED).collect(language.commas());
        return Optional.of(
                ids.size() > NAMED
                        ? language.text(
                                "report.served-and-more",
                                "{sets} and {number} more",
                                "sets",
                                first,
                                "number",
                                ids.size() - NAMED)
                        : first);
    }

    /** What the node serves for the set. */
    static Badge badge(Report report, UploadSet set, NodeName node) {
        Language language = report.language();
        String notChecked = language.text("report.served-not-checked", "not checked");
        if (isLeftOut(report, set)) {
            return new Badge("info", notChecked);
        }
        if (set.leaf().isEmpty()) {
            return new Badge("info", language.text("report.served-awaits", "awaits its certificate"));
        }
        List<PortCheck> portChecks = of(report, set, node);
        if (portChecks.isEmpty()) {
            boolean hasNoPort = Port.of(set.purpose()).isEmpty() && set.purpose() != Purpose.UNKNOWN;
            return new Badge("info", hasNoPort ? language.text("report.served-without-port", "no port") : notChecked);
        }
        Map<String, String> ports = portChecks.stream()
                .collect(Collectors.groupingBy(
                        portCheck -> label(portCheck, set, report),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                portCheck -> Integer.toString(
                                        portCheck.endpoint().port().number()),
                                language.commas())));
        String text = ports.size() == 1
                ? ports.keySet().iterator().next()
                : ports.entrySet().stream()
                        .map(entry -> entry.getValue() + ": " + entry.getKey())
                        .collect(language.semicolons());
        return new Badge(tone(portChecks), text);
    }

    /** Why the TLS of the node for the set is old; empty if it is not. */
    static String oldTls(Report report, UploadSet set, NodeName node) {
        return of(report, set, node).stream()
                .map(portCheck -> oldTls(portCheck, report.language()))
                .filter(old -> !old.isEmpty())
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new),
                        some -> some.stream().collect(report.language().commas())));
    }

    private static String ports(long count, Language language) {
        return language.counted("report.ports", count, "{number} port", "{number} ports");
    }

    private static List<PortCheck> of(Report report, UploadSet set, NodeName node) {
        return report.facts().portChecks().of(set.id()).stream()
                .filter(portCheck -> portCheck.endpoint().node().sameAs(node))
                .toList();
    }

    private static String tone(List<PortCheck> portChecks) {
        if (portChecks.stream().anyMatch(portCheck -> portCheck.kind().isWrong())) {
            return "error";
        }
        return portChecks.stream().anyMatch(portCheck -> portCheck.kind() == Kind.AS_PLANNED) ? "good" : "info";
    }

    private static String label(PortCheck portCheck, UploadSet set, Report report) {
        Language language = report.language();
        return switch (portCheck.kind()) {
            case AS_PLANNED -> language.text("report.served-as-planned", "served as planned");
            case OTHER ->
                isOld(portCheck, set, report)
                        ? language.text("report.served-old", "still old")
                        : language.text("report.served-other", "another certificate");
            case UNREACHABLE -> language.text("report.served-unreachable", "unreachable");
            case CLOSED -> language.text("report.served-closed", "closed");
            case NOT_SHOWN -> language.text("report.served-not-shown", "not shown");
        };
    }

    private static boolean isOld(PortCheck portCheck, UploadSet set, Report report) {
        return portCheck.result() instanceof ProbeResult.Served served
                && report.facts()
                        .uploads()
                        .former(set, portCheck.endpoint().node(), served.own())
                        .isPresent();
    }

    private static String oldTls(PortCheck portCheck, Language language) {
        return portCheck.result() instanceof ProbeResult.Served served
                ? served.oldTls().map(old -> language.in(old).toString()).orElse("")
                : "";
    }
}
