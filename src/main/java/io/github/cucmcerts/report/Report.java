package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What every output shows. */
public final class Report {
    private final String plugin;
    private final String directory;
    private final String repositoryPath;
    private final Facts facts;
    private final List<RuleInfo> rules;
    private final List<Finding> findings;
    private final Map<Optional<String>, List<Finding>> bySet;

    /**
     * @param plugin the plugin's version
     * @param directory the scanned directory's name for people
     * @param repositoryPath its path from the repository's root, with {@code /} between names; empty where it is the root
     * @param rules those that were judged
     * @param findings in the order of upload sets, then of rules
     */
    public Report(
            String plugin,
            String directory,
            String repositoryPath,
            Facts facts,
            List<RuleInfo> rules,
            List<Finding> findings) {
        this.plugin = plugin;
        this.directory = directory;
        this.repositoryPath = repositoryPath;
        this.facts = facts;
        this.rules = List.copyOf(rules);
        this.findings = List.copyOf(findings);
        bySet = findings.stream().collect(Collectors.groupingBy(Finding::uploadSet));
    }

    /** How far an upload set is. */
    public enum State {
        DEPLOYED,
        BLOCKED,
        AWAITING_CERTIFICATE,
        READY;

        /** From what is most urgent to what is done. */
        static final List<State> BY_URGENCY = List.of(BLOCKED, AWAITING_CERTIFICATE, READY, DEPLOYED);

        /** In words. */
        String label() {
            return name().replace('_', ' ');
        }
    }

    public String plugin() {
        return plugin;
    }

    public String directory() {
        return directory;
    }

    public String repositoryPath() {
        return repositoryPath;
    }

    public Facts facts() {
        return facts;
    }

    /** The rules that were judged. */
    public List<RuleInfo> rules() {
        return rules;
    }

    public List<Finding> findings() {
        return findings;
    }

    public List<UploadSet> sets() {
        return facts.uploads().sets();
    }

    public State state(UploadSet set) {
        if (set.isDeployed()) {
            return State.DEPLOYED;
        }
        if (findings(set).stream().anyMatch(finding -> finding.counts(Severity.ERROR))) {
            return State.BLOCKED;
        }
        return set.leaf().isEmpty() ? State.AWAITING_CERTIFICATE : State.READY;
    }

    public List<Finding> findings(UploadSet set) {
        return bySet.getOrDefault(Optional.of(set.id()), List.of());
    }

    /** The findings that belong to no upload set. */
    public List<Finding> otherFindings() {
        return bySet.getOrDefault(Optional.<String>empty(), List.of());
    }

    /**
     * The finding's file from the repository's root, without {@code .} and {@code ..}; {@code .} is the root itself. What lies
     * on another drive goes by its whole path.
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

    /** How many findings of that weight count. */
    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.counts(severity)).count();
    }

    public long waived() {
        return findings.stream().filter(finding -> finding.waiver().isPresent()).count();
    }

    public long objects(Class<? extends FileObject> type) {
        return facts.inventory().objects(type).count();
    }

    /** One line: how many sets, how many findings. */
    public String summary() {
        return counted(sets().size(), "upload set") + ": " + counted(count(Severity.ERROR), "error") + ", "
                + counted(count(Severity.WARNING), "warning") + ", " + count(Severity.INFO)
                + " for information, " + waived() + " waived";
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
