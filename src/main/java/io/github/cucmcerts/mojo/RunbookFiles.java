package io.github.cucmcerts.mojo;

import io.github.cucmcerts.plan.Plan;
import io.github.cucmcerts.plan.PlanMarkdown;
import io.github.cucmcerts.plan.PlanPage;
import io.github.cucmcerts.plan.UploadArchive;
import io.github.cucmcerts.plan.UploadFile;
import io.github.cucmcerts.text.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Writes the runbook and its files to upload. Its pages name these files, so the pages of an earlier runbook are removed before
 * the first file changes: whatever fails then, no page is next to the files of another runbook.
 */
final class RunbookFiles {
    /** The folder with the files to upload. */
    static final String UPLOADS = "uploads";

    static final String ARCHIVE = UPLOADS + ".zip";
    static final String MARKDOWN = "plan.md";
    static final String PAGE = "plan.html";

    /** Everything that a runbook consists of. */
    static final List<String> ALL = List.of(UPLOADS, ARCHIVE, MARKDOWN, PAGE);

    /** The names of files to upload. */
    static final Pattern NAMES = Pattern.compile("[0-9]+-[a-z0-9][a-z0-9.-]*\\.pem");

    private RunbookFiles() {}

    /**
     * Writes them.
     *
     * @return the names of other files in the folder with the files to upload
     * @throws MojoExecutionException with the reason
     */
    static List<String> write(Path folder, Plan plan) throws MojoExecutionException {
        List<String> others = uploads(folder, plan.files());
        Output.writeBytes(folder.resolve(ARCHIVE), output -> UploadArchive.write(plan.files(), output));
        Output.write(folder.resolve(MARKDOWN), writer -> PlanMarkdown.write(plan, writer));
        Output.write(folder.resolve(PAGE), writer -> PlanPage.write(plan, writer));
        return others;
    }

    private static List<String> uploads(Path folder, List<UploadFile> files) throws MojoExecutionException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach(file -> contents.put(file.name(), file.bytes()));
        ListedFolder uploads = new ListedFolder(folder.resolve(UPLOADS), NAMES);
        try {
            uploads.verify(contents.keySet());
            for (String name : List.of(PAGE, MARKDOWN, ARCHIVE)) {
                Output.remove(folder.resolve(name));
            }
            return uploads.write(contents);
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException(
                    "The files to upload cannot be written to "
                            + Visible.of(uploads.folder().toString()) + ": " + Output.reason(e)
                            + ". The runbook was not written.",
                    e);
        }
    }
}
