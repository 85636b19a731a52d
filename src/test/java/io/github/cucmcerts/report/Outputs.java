package io.github.cucmcerts.report;

import io.github.cucmcerts.plan.Plan;
import io.github.cucmcerts.plan.PlanMarkdown;
import io.github.cucmcerts.plan.PlanPage;
import io.github.cucmcerts.plan.Runbook;
import io.github.cucmcerts.plan.UploadFile;
import io.github.cucmcerts.request.CaRequest;
import io.github.cucmcerts.request.Drafting;
import io.github.cucmcerts.request.ExtensionFile;
import io.github.cucmcerts.request.RequestMarkdown;
import io.github.cucmcerts.text.Sha256;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every output of a report. */
public final class Outputs {
    /** What Maven's log puts in front of each line. */
    private static final String LEVEL = "[INFO] ";

    private Outputs() {}

    /** The texts of all outputs of a report, by output. */
    static Map<String, String> of(Report report) throws IOException {
        return of(report, 80);
    }

    /** The same for a console of so many columns. */
    public static Map<String, String> of(Report report, int columns) throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        for (ReportFormat format : ReportFormat.values()) {
            outputs.put(format.file(), Reported.written(format, report));
        }
        Plan plan = Runbook.of(report);
        StringWriter markdown = new StringWriter();
        PlanMarkdown.write(plan, markdown);
        outputs.put("plan.md", markdown.toString());
        StringWriter page = new StringWriter();
        PlanPage.write(plan, page);
        outputs.put("plan.html", page.toString());
        CaRequest request = Drafting.of(report);
        StringWriter letter = new StringWriter();
        RequestMarkdown.write(request, letter);
        outputs.put("request.md", letter.toString());
        outputs.put("ca-request", String.join("\n", request.summary()));
        for (ExtensionFile file : request.files()) {
            outputs.put(file.name(), new String(file.bytes(report.language()), StandardCharsets.UTF_8));
        }
        outputs.put("SHA256SUMS", Sha256.lines(UploadFile.contents(plan.files())));
        outputs.put("annotations", String.join("\n", GitHubAnnotations.lines(report)));
        outputs.put(
                "inspect",
                Inspection.of(report.facts().inventory(), columns, report.language()).stream()
                        .map(line -> LEVEL + line.text())
                        .collect(Collectors.joining("\n")));
        outputs.put(
                "console",
                Console.lines(report, columns).stream()
                        .map(line -> LEVEL + line)
                        .collect(Collectors.joining("\n")));
        return outputs;
    }
}
