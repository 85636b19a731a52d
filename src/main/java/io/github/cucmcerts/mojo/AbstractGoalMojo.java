package io.github.cucmcerts.mojo;

import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.WrongValue;
import java.nio.file.InvalidPathException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals do first: they read the language, so that everything else that they say is in it. */
abstract class AbstractGoalMojo extends AbstractMojo {
    /**
     * The language of the texts for people: {@code en}, {@code zh-TW} or {@code zh-CN}. What CUCM's screens show stays as it is,
     * with a translation.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.language", defaultValue = "en")
    private String language;

    @Parameter(defaultValue = "${project}", readonly = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    MojoExecution execution;

    /** Does what the goal is for, with texts in that language. */
    abstract void run(Language texts) throws MojoExecutionException, MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        Language texts = language();
        try {
            run(texts);
        } catch (WrongValue e) {
            throw new MojoExecutionException(texts.in(e.text()).toString());
        } catch (Stopped e) {
            throw new MojoExecutionException(texts.in(e.text()).toString(), e.getCause());
        } catch (InvalidPathException e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    private Language language() throws MojoExecutionException {
        try {
            return Values.language(language);
        } catch (WrongValue e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    /** @throws MojoExecutionException if a property is mistyped */
    final void verifyProperties() throws MojoExecutionException {
        KnownProperties.verify(session, project, execution.getMojoDescriptor().getPluginDescriptor());
    }
}
