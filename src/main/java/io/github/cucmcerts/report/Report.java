package io.github.cucmcerts.report;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.check.State;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Role;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What every output shows.
 *
 * @param plugin the plugin's version
 * @param cluster the cluster's name for titles
 * @param directory the scanned directory's name for people
 * @param repositoryPath its path from the repository's root, with {@code /} between names; empty for the root
 * @param language of its texts
 */
public record Report(
        String plugin,
        String cluster,
        String directory,
        String repositoryPath,
        Language language,
        Assessment assessment) {
    /** An English report. */
    public Report(String plugin, String cluster, String directory, String repositoryPath, Assessment assessment) {
        this(plugin, cluster, directory, repositoryPath, Language.ENGLISH, assessment);
    }

    /** The same in another language. */
    public Report in(Language other) {
        return new Report(plugin, cluster, directory, repositoryPath, other, assessment.in(other));
    }

    public Facts facts() {
        return assessment.facts();
    }

    /** The rules that were checked. */
    public List<RuleInfo> rules() {
        return assessment.rules();
    }

    public List<Finding> findings() {
        return assessment.findings();
    }

    public List<UploadSet> sets() {
        return assessment.sets();
    }

    public Scope scope() {
        return assessment.scope();
    }

    public State state(UploadSet set) {
        return assessment.state(set);
    }

    /** The state that says how urgent the set is: what its nodes serve counts more than what {@code deployed/} says. */
    State urgency(UploadSet set) {
        return scope().isServed() ? ServedText.urgency(this, set) : state(set);
    }

    /** The head of a set: its state or, if the goal checks what nodes serve, what they serve. */
    public String label(UploadSet set) {
        return scope().isServed() ? ServedText.head(this, set).text() : label(state(set));
    }

    /** The numbers of sets by their heads, the most urgent first. */
    String counts(List<UploadSet> sets) {
        Map<String, Long> counted = sets.stream()
                .sorted(Comparator.comparing(set -> State.BY_URGENCY.indexOf(urgency(set))))
                .collect(Collectors.groupingBy(this::label, LinkedHashMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .map(entry -> number(entry.getValue(), entry.getKey()))
                .collect(language.commas());
    }

    /** For example {@code 3 READY}. */
    String number(long number, String what) {
        return language.text("report.number-of", "{number} {what}", "number", number, "what", what);
    }

    /** The state in words. */
    public String label(State state) {
        return state == State.NO_ERROR
                ? language.text("report.no-error", "{topics}: no error", "topics", scope().names(language))
                : state.label();
    }

    /** The role in words. */
    public static String label(Role role, Language language) {
        return switch (role) {
            case LEAF -> language.text("report.role-leaf", "leaf");
            case INTERMEDIATE -> language.text("report.role-intermediate", "intermediate");
            case ROOT -> language.text("report.role-root", "root");
        };
    }

    /** What a narrow goal did not check, in sentences; empty if it checked everything. */
    public String caveat() {
        if (scope().isServed()) {
            return language.text(
                    "report.caveat-served",
                    "The goal {goal} is for the time after the change window. It checks what the nodes serve now.",
                    "goal",
                    scope().goal());
        }
        return scope().isNarrow()
                ? language.text(
                        "report.caveat-narrow",
                        "The goal {goal} checks only {topics}, not {others}. To see whether a set can be uploaded, run"
                                + " the goal check.",
                        "goal",
                        scope().goal(),
                        "topics",
                        scope().names(language),
                        "others",
                        scope().notChecked(language))
                : "";
    }

    public List<Finding> findings(UploadSet set) {
        return assessment.findings(set);
    }

    /** The findings that belong to no upload set. */
    public List<Finding> otherFindings() {
        return assessment.otherFindings();
    }

    /**
     * The finding's path from the repository's root, without {@code .} and {@code ..}; {@code .} is the root itself. A file on
     * another drive has its full path.
     */
    public String repositoryFile(Finding finding) {
        String file = finding.origin().file();
        String path = Origin.isWhole(file) ? file : repositoryPath + "/" + file;
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        String share = Origin.isWhole(path) && path.startsWith("//") ? "//" : "";
        return names.isEmpty() ? "." : share + String.join("/", names);
    }

    /** How many findings of that severity count. */
    public long count(Severity severity) {
        return assessment.count(severity);
    }

    public long waived() {
        return findings().stream()
                .filter(finding -> finding.waiver().isPresent())
                .count();
    }

    public long objects(Class<? extends FileObject> type) {
        return facts().inventory().objects(type).count();
    }

    /** The numbers of upload sets and findings, in one line. */
    public String summary() {
        int sets = sets().size();
        long errors = count(Severity.ERROR);
        long warnings = count(Severity.WARNING);
        long notices = count(Severity.INFO);
        return language.text(
                "report.summary",
                "{sets}: {errors}, {warnings}, {notices}, {waived} waived",
                "sets",
                language.counted("report.sets", sets, "{number} upload set", "{number} upload sets", plain(sets)),
                "errors",
                language.counted("report.errors", errors, "{number} error", "{number} errors", plain(errors)),
                "warnings",
                language.counted("report.warnings", warnings, "{number} warning", "{number} warnings", plain(warnings)),
                "notices",
                language.counted("report.notices", notices, "{number} notice", "{number} notices", plain(notices)),
                "waived",
                Long.toString(waived()));
    }

    /** The number of a counted text without separators, so that a script can read it. */
    static Object[] plain(long number) {
        return new Object[] {"number", Long.toString(number)};
    }
}
