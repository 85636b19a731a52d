package io.github.cucmcerts.mojo;

import io.github.cucmcerts.report.RuleIndex;
import io.github.cucmcerts.report.RulePage;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.text.Language;
import java.io.File;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Lists the rules by topic, or explains one rule: why it exists, what causes its findings, and what to do. */
@Mojo(name = "list-rules", requiresProject = false, threadSafe = true)
public final class ListRulesMojo extends AbstractMojo {
    /**
     * The id of the rule to explain. Default: list all rules.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.rule")
    private String rule;

    /**
     * The language of the texts of the rules: {@code en}, {@code zh-TW} or {@code zh-CN}. All other texts are in English. What
     * CUCM's screens show stays as it is, with a translation.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.language", defaultValue = "en")
    private String language;

    /**
     * The file to write to, instead of the console.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.outputFile")
    private File outputFile;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    @Override
    public void execute() throws MojoExecutionException {
        KnownProperties.verify(session, project, execution.getMojoDescriptor().getPluginDescriptor());
        try {
            Answer answer = new Answer(getLog(), outputFile);
            answer.give(lines(answer.columns()));
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    private List<String> lines(int columns) {
        Language texts = Values.language(language);
        if (!Values.isBlank(rule)) {
            return RulePage.console(Values.rule("rule", rule, any -> true).in(texts), columns);
        }
        List<RuleInfo> rules =
                RuleBook.catalogue().stream().map(info -> info.in(texts)).toList();
        return RuleIndex.console(rules, columns);
    }
}
