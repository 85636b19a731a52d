package io.github.cucmcerts.report;

import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Finding.Explanation;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The findings that an output lists, as far as it has room. Findings that differ only in their upload set are on a file that the
 * sets share: they are one finding, listed under the first of these sets.
 */
public final class Listing {
    /** How many upload sets are named if a finding concerns several. */
    private static final int SETS_NAMED = 10;

    /**
     * A finding, listed once for all upload sets that it concerns.
     *
     * @param same the finding as each of them has it
     * @param consequences the findings that follow from it, if they are folded under it
     */
    public record Entry(List<Finding> same, List<Finding> consequences) {
        /** The finding as the first set has it. */
        public Finding finding() {
            return same.get(0);
        }

        /** The ids of the sets; empty if it belongs to none. */
        public List<String> sets() {
            return same.stream()
                    .flatMap(finding -> finding.uploadSet().stream())
                    .toList();
        }

        /** Names its consequences by title and rule; empty without consequences. */
        public Words follows() {
            if (consequences.isEmpty()) {
                return Words.NONE;
            }
            Language language = finding().language();
            Set<String> sets = Set.copyOf(sets());
            Set<Words> named = new LinkedHashSet<>();
            for (Finding consequence : consequences) {
                RuleInfo rule = consequence.rule();
                Words title = language.words(
                        "report.consequence", "{title} ({rule})", "title", rule.title(), "rule", rule.id());
                String set = consequence.uploadSet().orElse("");
                named.add(
                        sets.contains(set)
                                ? title
                                : language.words(
                                        "report.consequence-on-set",
                                        "{consequence}, on {set}",
                                        "consequence",
                                        title,
                                        "set",
                                        Words.code(set)));
            }
            return language.words(
                    "report.consequences",
                    "The same fix also solves: {consequences}.",
                    "consequences",
                    language.series(List.copyOf(named)));
        }

        /** The finding, and what is folded under it. */
        Stream<Finding> all() {
            return Stream.concat(Stream.of(finding()), consequences.stream());
        }

        /** Names the sets that it concerns; empty unless there are several. */
        public Words concerns() {
            Language language = finding().language();
            return same.size() < 2
                    ? Words.NONE
                    : language.words(
                            "report.concerns",
                            "Concerns {number} upload sets: {sets}.",
                            "number",
                            same.size(),
                            "sets",
                            named(sets(), language));
        }
    }

    /**
     * What an output says about an upload set, or about the directory.
     *
     * @param entries listed here
     * @param elsewhere listed under another set that shares the file
     * @param leftOut listed nowhere
     */
    public record OfSet(List<Entry> entries, List<Entry> elsewhere, List<Entry> leftOut) {
        private OfSet() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** Notes on the findings that are not listed here, one sentence each. */
        public List<Words> notes() {
            List<Words> notes = new ArrayList<>();
            if (!elsewhere.isEmpty()) {
                List<String> where = elsewhere.stream()
                        .map(entry -> entry.sets().get(0))
                        .distinct()
                        .toList();
                Language language = elsewhere.get(0).finding().language();
                Object[] values = {"findings", counted(elsewhere), "sets", named(where, language)};
                notes.add(
                        count(elsewhere) == 1
                                ? language.words("report.one-elsewhere", "{findings} is reported under {sets}.", values)
                                : language.words(
                                        "report.several-elsewhere", "{findings} are reported under {sets}.", values));
            }
            if (!leftOut.isEmpty()) {
                notes.add(Words.prose(
                        leftOutHere(counted(leftOut), leftOut.get(0).finding().language())));
            }
            return notes;
        }

        /** All of them. */
        Stream<Entry> all() {
            return Stream.of(entries, elsewhere, leftOut).flatMap(List::stream);
        }

        /** The highest severity of the findings that count and are not listed here. */
        Severity unlisted() {
            return Stream.of(Severity.ERROR, Severity.WARNING)
                    .filter(severity -> Stream.concat(elsewhere.stream(), leftOut.stream())
                            .anyMatch(entry -> entry.finding().counts(severity)))
                    .findFirst()
                    .orElse(Severity.INFO);
        }

        /** The findings of one rule. */
        OfSet of(String rule) {
            return new OfSet(of(rule, entries), of(rule, elsewhere), of(rule, leftOut));
        }

        private static List<Entry> of(String rule, List<Entry> some) {
            return some.stream()
                    .filter(entry -> entry.finding().rule().id().equals(rule))
                    .toList();
        }
    }

    private static Words named(List<String> sets, Language language) {
        int more = sets.size() - SETS_NAMED;
        return more <= 0 ? language.codes(sets) : language.andMore(language.codes(sets.subList(0, SETS_NAMED)), more);
    }

    private static String leftOutHere(String findings, Language language) {
        return language.text("report.left-out", "Left out here: {findings}.", "findings", findings);
    }

    private static int count(List<Entry> some) {
        return (int) some.stream().flatMap(Entry::all).count();
    }

    /** For example {@code 3 findings (2 errors)}. */
    private static String counted(List<Entry> some) {
        List<Finding> all = some.stream().flatMap(Entry::all).toList();
        long errors =
                all.stream().filter(finding -> finding.counts(Severity.ERROR)).count();
        Language language = all.get(0).language();
        String findings = language.counted("report.findings", all.size(), "{number} finding", "{number} findings");
        return errors == 0
                ? findings
                : language.text(
                        "report.findings-with-errors",
                        "{findings} ({errors})",
                        "findings",
                        findings,
                        "errors",
                        language.counted("report.errors", errors, "{number} error", "{number} errors"));
    }

    private final List<Entry> entries = new ArrayList<>();
    private final List<Finding> leftOut = new ArrayList<>();
    private final Map<Optional<String>, OfSet> bySet = new HashMap<>();

    private Listing() {}

    /** The listing of these findings, in their order. */
    public static Listing of(List<Finding> findings, Room room) {
        Listing listing = new Listing();
        listing.list(findings, new HashMap<>(), room, Set.of());
        return listing;
    }

    /** The same for people: consequences of a finding are folded under it. */
    public static Listing folded(List<Finding> findings, Room room) {
        return folded(findings, room, Set.of());
    }

    /**
     * The same for an output that does not show all sets: findings of only these sets need no room.
     *
     * @param notShown the ids of the sets that are not shown; they come after the others
     */
    static Listing folded(List<Finding> findings, Room room, Set<String> notShown) {
        Set<Explanation> listed = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.waiver().isEmpty() && finding.uploadSet().isPresent()) {
                listed.add(Explanation.of(finding));
            }
        }
        Map<Explanation, List<Finding>> consequences = new HashMap<>();
        List<Finding> others = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Explanation> first = finding.explainedBy().filter(listed::contains);
            if (first.isPresent()) {
                consequences
                        .computeIfAbsent(first.get(), name -> new ArrayList<>())
                        .add(finding);
            } else {
                others.add(finding);
            }
        }
        Listing listing = new Listing();
        listing.list(others, consequences, room, notShown);
        return listing;
    }

    private void list(
            List<Finding> findings, Map<Explanation, List<Finding>> consequences, Room room, Set<String> notShown) {
        if (findings.isEmpty()) {
            return;
        }
        List<Entry> candidates = candidates(findings, room);
        candidates.removeIf(
                entry -> entry.finding().uploadSet().filter(notShown::contains).isPresent());
        BitSet taken = room.take(candidates.stream().map(Entry::finding).toList());
        for (int i = 0; i < candidates.size(); i++) {
            Entry entry = withConsequences(candidates.get(i), consequences);
            if (taken.get(i)) {
                entries.add(entry);
            } else {
                leftOut.add(entry.finding());
                leftOut.addAll(entry.consequences());
            }
            place(entry, taken.get(i));
        }
    }

    private List<Entry> candidates(List<Finding> findings, Room room) {
        List<Entry> candidates = new ArrayList<>();
        Map<Finding, List<Finding>> sameAs = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.uploadSet().isEmpty()) {
                candidates.add(new Entry(List.of(finding), List.of()));
                continue;
            }
            Finding key = room.alike() ? Likeness.of(finding) : withoutSet(finding);
            List<Finding> same = sameAs.computeIfAbsent(key, first -> new ArrayList<>(1));
            if (!same.isEmpty() && same.get(same.size() - 1).uploadSet().equals(finding.uploadSet())) {
                same = new ArrayList<>(1); // the same set again: a new finding
                sameAs.put(key, same);
            }
            same.add(finding);
            if (same.size() <= room.repeated()) {
                candidates.add(new Entry(
                        room.repeated() > 1 ? List.of(finding) : Collections.unmodifiableList(same), List.of()));
            } else if (room.repeated() > 1) {
                leftOut.add(finding);
            }
        }
        return candidates;
    }

    /**
     * Folds under the entry the consequences of its finding on each of its sets. Each consequence is folded once, and only under a
     * finding that counts.
     */
    private static Entry withConsequences(Entry entry, Map<Explanation, List<Finding>> consequences) {
        Finding first = entry.finding();
        if (consequences.isEmpty() || first.waiver().isPresent()) {
            return entry;
        }
        List<Finding> its = new ArrayList<>();
        for (Finding same : entry.same()) {
            if (same.uploadSet().isPresent()) {
                List<Finding> more = consequences.remove(Explanation.of(same));
                its.addAll(more == null ? List.of() : more);
            }
        }
        return new Entry(entry.same(), its);
    }

    private static Finding withoutSet(Finding finding) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                Optional.empty(),
                finding.origin(),
                finding.sha256(),
                finding.evidence(),
                finding.waiver(),
                finding.explainedBy());
    }

    private void place(Entry entry, boolean isListed) {
        Optional<String> first = entry.finding().uploadSet();
        OfSet its = bySet.computeIfAbsent(first, set -> new OfSet());
        (isListed ? its.entries() : its.leftOut()).add(entry);
        if (entry.same().size() < 2) {
            return;
        }
        Map<Optional<String>, List<Finding>> consequences =
                entry.consequences().stream().collect(Collectors.groupingBy(Finding::uploadSet));
        for (Finding same : entry.same().subList(1, entry.same().size())) {
            // as this set has it, with the consequences there
            Entry ofSet = new Entry(entry.same(), consequences.getOrDefault(same.uploadSet(), List.of()));
            OfSet other = bySet.computeIfAbsent(same.uploadSet(), id -> new OfSet());
            (isListed ? other.elsewhere() : other.leftOut()).add(ofSet);
        }
    }

    /** The findings that are listed. */
    List<Entry> entries() {
        return entries;
    }

    /** The number of findings that are not listed, by rule. */
    List<LeftOut> leftOut() {
        return LeftOut.count(leftOut);
    }

    /** The same in a sentence; empty if all are listed. */
    String notListed() {
        if (leftOut.isEmpty()) {
            return "";
        }
        Language language = leftOut.get(0).language();
        return leftOutHere(
                leftOut().stream()
                        .map(some -> language.text(
                                "report.left-out-of-rule",
                                "{number} of {rule} ({severity})",
                                "number",
                                some.count(),
                                "rule",
                                some.rule(),
                                "severity",
                                some.severity()))
                        .collect(language.commas()),
                language);
    }

    public OfSet of(UploadSet set) {
        return bySet.getOrDefault(Optional.of(set.id()), new OfSet());
    }

    /** The findings that belong to no upload set. */
    OfSet ofDirectory() {
        return bySet.getOrDefault(Optional.<String>empty(), new OfSet());
    }
}
