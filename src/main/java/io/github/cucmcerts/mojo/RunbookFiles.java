package io.github.cucmcerts.mojo;

import io.github.cucmcerts.plan.Plan;
import io.github.cucmcerts.plan.PlanMarkdown;
import io.github.cucmcerts.plan.PlanPage;
import io.github.cucmcerts.plan.UploadArchive;
import io.github.cucmcerts.plan.UploadFile;
import io.github.cucmcerts.text.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/** Writes the runbook and its files to upload; whatever fails, no page is next to the files of another runbook. */
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
        Map<String, byte[]> contents = UploadFile.contents(plan.files());
        List<String> others = new ListedFolder(
                        folder.resolve(UPLOADS),
                        NAMES,
                        Message.of("mojo.upload-files", "The files to upload"),
                        Message.of("mojo.the-runbook", "The runbook"))
                .replace(contents, List.of(folder.resolve(PAGE), folder.resolve(MARKDOWN), folder.resolve(ARCHIVE)));
        Output.writeBytes(folder.resolve(ARCHIVE), output -> UploadArchive.write(contents, output));
        Output.write(folder.resolve(MARKDOWN), writer -> PlanMarkdown.write(plan, writer));
        Output.write(folder.resolve(PAGE), writer -> PlanPage.write(plan, writer));
        return others;
    }
}
