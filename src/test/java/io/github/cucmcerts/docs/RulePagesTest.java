package io.github.cucmcerts.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.report.RulePage;
import io.github.cucmcerts.rule.EngineRules;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePagesTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    private Path directory;

    @Test
    void onlyChangedPagesAreWritten() throws IOException {
        RulePages.write(directory, Language.ENGLISH);
        Path same = directory.resolve("san-added.md");
        Path changed = directory.resolve("san-missing.md");
        Path gone = directory.resolve("no-such-rule.md");
        String page = Files.readString(changed);
        Files.setLastModifiedTime(same, LONG_AGO);
        Files.writeString(changed, "else");
        Files.writeString(gone, "a removed rule");
        Files.delete(directory.resolve("README.md"));

        RulePages.write(directory, Language.ENGLISH);

        assertThat(Files.getLastModifiedTime(same)).isEqualTo(LONG_AGO);
        assertThat(changed).hasContent(page);
        assertThat(gone).doesNotExist();
        assertThat(directory.resolve("README.md")).content().contains("[san-added](san-added.md)");
        assertThat(directory.toFile().list()).hasSize(RuleBook.catalogue().size() + 1);
    }

    @Test
    void aPageLeavesOutUndocumentedParts() {
        RuleInfo rule = RuleInfo.of("some-rule", Topic.SAN, Severity.INFO, "A *title*")
                .message("it lacks {missing}")
                .rationale("Why.")
                .causes("One", "Another")
                .remedy("Nothing")
                .source("A guide", "some section", Source.Kind.ADVICE);
        assertThat(new RulePages(Language.ENGLISH).page(rule))
                .startsWith("# A \\*title\\*\n")
                .contains("\n> it lacks \\<missing>\n", "\n- One\n- Another\n")
                .doesNotContain("CUCM");
    }

    @Test
    void anErrorWithoutADocumentedRejectionSaysWhyItIsOne() {
        RuleInfo rule = RuleInfo.of("some-rule", Topic.SAN, Severity.ERROR, "A title")
                .message("it lacks {missing}")
                .rationale("Why.")
                .causes("One")
                .remedy("Nothing")
                .whyError("It *breaks* phones.")
                .source("A guide", "some section", Source.Kind.ADVICE);
        assertThat(RulePage.console(rule, Language.ENGLISH, 80))
                .containsSequence("  Severity: ERROR", "  Because:  It *breaks* phones.");
        assertThat(new RulePages(Language.ENGLISH).page(rule))
                .contains("\n## Why it is an error\n\nIt \\*breaks\\* phones.\n");
        assertThat(RulePage.body(rule, Language.ENGLISH)).doesNotContain("phones");
    }

    @Test
    void aPageOfAnotherLanguageHasTheTextsOfTheRuleInIt() throws IOException {
        Language chinese = Language.of("zh-TW").orElseThrow();
        RulePages.write(directory, chinese);
        RuleInfo rule = EngineRules.RULE_FAILED.in(chinese);
        assertThat(rule.title()).isNotEqualTo(EngineRules.RULE_FAILED.title());
        assertThat(directory.resolve(rule.id() + ".md")).content().startsWith("# " + Markdown.of(rule.title()) + "\n");
        assertThat(directory.resolve("README.md"))
                .content()
                .contains(Markdown.of(rule.title()), "(../../../README.zh-TW.md#接受發現項目)");
    }
}
