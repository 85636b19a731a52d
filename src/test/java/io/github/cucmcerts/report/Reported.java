package io.github.cucmcerts.report;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.Request;
import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.waiver.Waiver;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports on a directory, with more findings from the test, whose names can be impossible for files. */
final class Reported {
    static final String SET = "cucm-pub.example.com/tomcat";

    /** Text that could be markup, a link, a mention, a command, or the end of something. */
    static final String HOSTILE =
            "</a>]]>--><script>`|``*b*[x](https://evil.example)![i](y)@team #1 {0} www.evil.example"
                    + "\r\n::set-output name=a::b\n##[error]##vso[task]\u0000\u001b\u2028\u202e\ud800\uffff";

    private Reported() {}

    static Report of(Path directory, Finding... more) throws IOException {
        return below(directory, "certs", more);
    }

    static Report below(Path directory, String repositoryPath, Finding... more) throws IOException {
        Assessment assessment = Requests.checked(Requests.of(directory, Cluster.unknown()));
        List<Finding> findings = new ArrayList<>(assessment.findings());
        findings.addAll(List.of(more));
        return new Report(
                "1",
                "certs",
                "certs",
                repositoryPath,
                Assessment.of(assessment.scope(), assessment.facts(), assessment.rules(), findings));
    }

    /** A report with this configuration. */
    static Report as(
            Cluster cluster, ChangeWindow window, List<Waiver> waivers, Path directory, List<Path> caDirectories)
            throws IOException {
        Request.Files source = new Request.Files(directory, caDirectories, List.of(), List.of(), Set.of());
        Request request = Requests.of(source, Requests.situation(cluster, window), Set.of(), waivers);
        return new Report("1", "certs", "certs", "certs", Requests.checked(request));
    }

    static RuleInfo rule(String id) {
        return RuleBook.catalogue().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A certificate with names that the CSR did not request. */
    static Finding sanAdded(String file, String... names) {
        return finding("san-added", Severity.ERROR, Optional.of(SET), new Origin(file, 0, 3, 0, false), names);
    }

    static Finding finding(String rule, Severity severity, Optional<String> set, Origin origin, String... names) {
        Map<String, List<String>> evidence = Map.of("added", List.of(names), "csr", List.of("tomcat.csr"));
        return new Finding(
                rule(rule), severity, set, origin, Optional.of("ab12"), evidence, Optional.empty(), Optional.empty());
    }

    static Finding waived(Finding finding, String reason) {
        return finding.waived(new Acceptance(reason, LocalDate.of(2026, 12, 31)));
    }

    static String written(ReportFormat format, Report report) throws IOException {
        StringWriter writer = new StringWriter();
        format.write(report, writer);
        return writer.toString();
    }
}
