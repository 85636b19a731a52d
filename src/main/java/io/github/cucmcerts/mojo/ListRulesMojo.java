package io.github.cucmcerts.mojo;

import io.github.cucmcerts.report.RuleIndex;
import io.github.cucmcerts.report.RulePage;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.text.Language;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lists the rules by topic, or explains one rule: why it exists, what causes its findings, and what to do. */
@Mojo(name = "list-rules", requiresProject = false, threadSafe = true)
public final class ListRulesMojo extends AbstractGoalMojo {
    /**
     * The id of the rule to explain. Default: list all rules.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.rule")
    private String rule;

    /**
     * The file to write to, instead of the console.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.outputFile")
    private File outputFile;

    @Override
    void run(Language texts) throws MojoExecutionException {
        verifyProperties();
        Answer answer = new Answer(getLog(), outputFile);
        answer.give(lines(texts, answer.columns()));
    }

    private List<String> lines(Language texts, int columns) {
        if (!Values.isBlank(rule)) {
            return RulePage.console(Values.rule("rule", rule, any -> true).in(texts), texts, columns);
        }
        List<RuleInfo> rules =
                RuleBook.catalogue().stream().map(info -> info.in(texts)).toList();
        return RuleIndex.console(rules, texts, columns);
    }
}
