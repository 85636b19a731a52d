package io.github.cucmcerts.report;

import java.io.IOException;
import java.io.Writer;

/** The reports that can be written to files. */
public enum ReportFormat {
    JSON("json", "report.json"),
    HTML("html", "report.html"),
    SARIF("sarif", "report.sarif"),
    JUNIT("junit", "report-junit.xml"),
    MARKDOWN("markdown", "report.md"),
    CSV("csv", "report.csv"),
    CALENDAR("calendar", "report.ics");

    private final String label;
    private final String file;

    ReportFormat(String label, String file) {
        this.label = label;
        this.file = file;
    }

    /** The name in the parameter {@code reports}. */
    public String label() {
        return label;
    }

    public String file() {
        return file;
    }

    /** Writes the report. The same report gives the same bytes. */
    public void write(Report report, Writer writer) throws IOException {
        switch (this) {
            case JSON -> JsonReport.write(report, writer);
            case HTML -> HtmlReport.write(report, writer);
            case SARIF -> SarifReport.write(report, writer);
            case JUNIT -> JunitReport.write(report, writer);
            case MARKDOWN -> MarkdownReport.write(report, writer);
            case CSV -> CsvReport.write(CertificateList.of(report), report.language(), writer);
            case CALENDAR -> CalendarReport.write(CertificateList.of(report), report, writer);
        }
    }
}
