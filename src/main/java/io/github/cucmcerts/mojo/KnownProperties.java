package io.github.cucmcerts.mojo;

import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Spelling;
import io.github.cucmcerts.text.Visible;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/** Finds mistyped properties. Maven ignores them silently, so a build could pass by mistake. */
final class KnownProperties {
    private static final String PREFIX = "cucm-certs.";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{cucm-certs\\.([A-Za-z]+)\\}");
    private static final Set<String> IN_FILES_ONLY = Set.of("severities", "waivers");

    private KnownProperties() {}

    /**
     * Stops the build at the first unknown property with our prefix.
     *
     * @throws MojoExecutionException with the name that was probably meant
     */
    static void verify(MavenSession session, MavenProject project, PluginDescriptor plugin)
            throws MojoExecutionException {
        Set<String> known = new TreeSet<>();
        for (MojoDescriptor mojo : plugin.getMojos()) {
            for (Parameter parameter : mojo.getParameters()) {
                Matcher expression = EXPRESSION.matcher(String.valueOf(parameter.getExpression()));
                if (expression.matches()) {
                    known.add(expression.group(1));
                }
            }
        }
        Optional<Message> problem = problem(
                known,
                session.getUserProperties().stringPropertyNames(),
                project.getModel().getProperties().stringPropertyNames());
        if (problem.isPresent()) {
            throw Stopped.because(null, problem.get());
        }
    }

    /**
     * The first problem.
     *
     * @param known without the prefix
     * @param fromCommandLine these can override a property that the POM defines for itself
     * @param fromPom these can be the POM's own, unless the name is close to a known one
     */
    static Optional<Message> problem(
            Set<String> known, Collection<String> fromCommandLine, Collection<String> fromPom) {
        for (String name : new TreeSet<>(fromPom)) {
            Optional<String> unknown = unknown(name, known);
            if (unknown.isEmpty()) {
                continue;
            }
            Optional<String> meant = Spelling.meant(unknown.get(), known);
            if (meant.isPresent()) {
                return Optional.of(Message.of(
                        "mojo.unknown-property",
                        "Unknown parameter {name} in the POM's properties. Did you mean {meant}? If it is your own property,"
                                + " give it a name that is less similar.",
                        "name",
                        name,
                        "meant",
                        PREFIX + meant.get()));
            }
        }
        for (String name : new TreeSet<>(fromCommandLine)) {
            Optional<String> unknown = unknown(name, known);
            if (unknown.isPresent() && !fromPom.contains(name)) {
                return Optional.of(refused(name, unknown.get(), known));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unknown(String name, Set<String> known) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String own = name.substring(PREFIX.length());
        return known.contains(own) ? Optional.empty() : Optional.of(own);
    }

    private static Message refused(String name, String own, Set<String> known) {
        if (IN_FILES_ONLY.contains(own)) {
            return Message.of(
                    "mojo.not-on-command-line",
                    "{name} cannot be set on the command line. Set {own} in the plugin's configuration in the POM, or in a YAML"
                            + " file and name it with -Dcucm-certs.waiverFile=…",
                    "name",
                    name,
                    "own",
                    own);
        }
        return Message.of(
                "mojo.unknown-parameter",
                "Unknown parameter {name}. Did you mean {meant}?",
                "name",
                Visible.of(name),
                "meant",
                Spelling.nearest(own, known).map(near -> PREFIX + near).orElse(""));
    }
}
