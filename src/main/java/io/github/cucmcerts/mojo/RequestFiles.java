package io.github.cucmcerts.mojo;

import io.github.cucmcerts.request.CaRequest;
import io.github.cucmcerts.request.ExtensionFile;
import io.github.cucmcerts.request.RequestMarkdown;
import io.github.cucmcerts.text.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/** Writes the request to the CA and its extension files; whatever fails, no request is next to the files of another one. */
final class RequestFiles {
    static final String MARKDOWN = "request.md";

    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*\\.cnf");

    private RequestFiles() {}

    /**
     * Writes them.
     *
     * @return the names of other extension files in the folder
     * @throws MojoExecutionException with the reason
     */
    static List<String> write(Path folder, CaRequest request) throws MojoExecutionException {
        List<String> others = extensions(folder, request.files());
        Output.write(folder.resolve(MARKDOWN), writer -> RequestMarkdown.write(request, writer));
        return others.stream().filter(name -> NAMES.matcher(name).matches()).toList();
    }

    private static List<String> extensions(Path folder, List<ExtensionFile> files) throws MojoExecutionException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach(file -> contents.put(file.name(), file.bytes()));
        ListedFolder extensions = new ListedFolder(folder, NAMES);
        try {
            extensions.verify(contents.keySet());
            Output.remove(folder.resolve(MARKDOWN));
            return extensions.write(contents);
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException(
                    "The extension files cannot be written to " + Visible.of(folder.toString()) + ": "
                            + Output.reason(e) + ". The request was not written.",
                    e);
        }
    }
}
