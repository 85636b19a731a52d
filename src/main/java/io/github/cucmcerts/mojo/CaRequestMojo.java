package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.request.CaRequest;
import io.github.cucmcerts.request.Drafting;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Visible;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes what to request from the CA: {@code ca-request/request.md}, a text for the administrators of each CA, and for each CSR an
 * extension file for OpenSSL. The request includes the upload sets that await their certificate, and those whose certificate CUCM
 * rejects because of what the CA did. The goal never fails because of a finding.
 */
@Mojo(name = "ca-request", requiresProject = false, threadSafe = true)
public final class CaRequestMojo extends AbstractDirectoryMojo {
    @Override
    Scope scope() {
        return Scope.ALL;
    }

    @Override
    void validate() {}

    @Override
    Path outputFolder() {
        return places().reports().resolve("ca-request");
    }

    @Override
    void output(Report report) throws MojoExecutionException {
        Ungrouped.verify(report, Message.of("mojo.the-request", "The request to the CA"));
        Language texts = report.language();
        CaRequest request = Drafting.of(report);
        Path markdown = claimed(RequestFiles.MARKDOWN);
        List<String> others = RequestFiles.write(outputFolder(), request);
        if (!others.isEmpty()) {
            getLog().warn(texts.text(
                    "mojo.other-request-files",
                    "Do not send these files in {folder}, because they are not part of this request: {files}",
                    "folder",
                    Visible.of(outputFolder().toString()),
                    "files",
                    texts.few(others)));
        }
        request.summary().forEach(getLog()::info);
        getLog().info(texts.text("mojo.request", "Request to the CA: {file}", "file", markdown.toAbsolutePath()));
    }
}
