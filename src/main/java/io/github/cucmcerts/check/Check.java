package io.github.cucmcerts.check;

import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.rule.Engine;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Grouped;
import io.github.cucmcerts.upload.Grouping;
import io.github.cucmcerts.upload.Uploads;
import io.github.cucmcerts.waiver.Waivers;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;

/** The whole check, from files to findings: each step uses the result of the one before it. */
public final class Check {
    private Check() {}

    /**
     * Checks a directory: reads objects from files, groups them into upload sets, collects facts, and applies the rules.
     *
     * @param doing gets what the check starts to do, for example "reading files"
     * @throws IOException if the directory cannot be read
     * @throws PatternSyntaxException if an include or exclude is not a glob
     */
    public static Assessment run(Request request, Consumer<Message> doing) throws IOException {
        doing.accept(Message.of("mojo.doing-read", "reading files"));
        Request.Files files = request.files();
        Inventory inventory = DirectoryScan.scan(
                files.directory(), files.caDirectories(), files.includes(), files.excludes(), files.leftOut());
        doing.accept(Message.of("mojo.doing-group", "grouping the files into upload sets"));
        Grouped grouped =
                guarded(() -> Grouping.of(inventory, request.situation().cluster(), request.purposes()));
        int count = grouped.uploads().sets().size();
        doing.accept(Message.counted(
                "mojo.doing-paths",
                count,
                "finding the certification paths of {number} upload set",
                "finding the certification paths of {number} upload sets"));
        Facts facts = Facts.of(inventory, grouped, request.situation());
        doing.accept(Message.counted(
                "mojo.doing-rules",
                count,
                "applying the rules to {number} upload set",
                "applying the rules to {number} upload sets"));
        return assess(request, facts);
    }

    /** If the grouping fails, the files are still checked. */
    static Grouped guarded(Supplier<Grouped> grouping) {
        try {
            return grouping.get();
        } catch (RuntimeException | StackOverflowError e) {
            return Grouped.failed(String.valueOf(e));
        }
    }

    /** Applies the rules, then the waivers, and marks what follows from another finding. */
    public static Assessment assess(Request request, Facts facts) {
        List<RuleInfo> rules = Engine.infos(request.rules(), request.severities());
        List<Finding> found = Engine.findings(facts, request.rules(), request.severities());
        List<Finding> findings = Waivers.apply(
                request.waivers(), found, request.situation().window(), complete(rules, facts), request.severities());
        return Assessment.of(
                request.scope(),
                facts,
                rules,
                Engine.explained(findings, facts, request.rules(), request.severities()));
    }

    /** The rules that checked everything: a waiver that matches none of their findings is no longer needed. */
    private static List<RuleInfo> complete(List<RuleInfo> rules, Facts facts) {
        Uploads uploads = facts.uploads();
        if (uploads.leftOut().isEmpty()
                && uploads.failure().isEmpty()
                && facts.portChecks().notChecked().isEmpty()) {
            return rules;
        }
        // a waiver can be for a set that is left out or unknown
        return rules.stream().filter(rule -> rule.topic() == Topic.FILES).toList();
    }
}
