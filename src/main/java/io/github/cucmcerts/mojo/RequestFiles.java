package io.github.cucmcerts.mojo;

import io.github.cucmcerts.request.CaRequest;
import io.github.cucmcerts.request.RequestMarkdown;
import io.github.cucmcerts.text.Message;
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
        Map<String, byte[]> contents = new LinkedHashMap<>();
        request.files().forEach(file -> contents.put(file.name(), file.bytes(request.language())));
        Path markdown = folder.resolve(MARKDOWN);
        List<String> others = new ListedFolder(
                        folder,
                        NAMES,
                        Message.of("mojo.extension-files", "The extension files"),
                        Message.of("mojo.the-request-file", "The request"))
                .replace(contents, List.of(markdown));
        Output.write(markdown, writer -> RequestMarkdown.write(request, writer));
        return others.stream().filter(name -> NAMES.matcher(name).matches()).toList();
    }
}
