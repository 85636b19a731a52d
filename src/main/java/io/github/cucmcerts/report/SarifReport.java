package io.github.cucmcerts.report;

import com.google.gson.stream.JsonWriter;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Json;
import io.github.cucmcerts.text.Sha256;
import io.github.cucmcerts.text.TextTemplate;
import io.github.cucmcerts.text.Visible;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code report.sarif}: SARIF 2.1.0 with errata 01, as code scanning reads it. Section numbers refer to that standard. */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String PROJECT = "https://github.com/cucm-certs/cucm-certs-maven-plugin";
    private static final String ROOT = "SRCROOT";
    /** A marker character, then a segment of RFC 3986, section 3.3. */
    private static final String SPELT = "\ufffd(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9._~!$&'()*+,;=:@-])*+";

    private final Report report;
    private final JsonWriter json;
    private final Map<String, RuleInfo> rules = new LinkedHashMap<>();
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    private SarifReport(Report report, Writer writer) {
        this.report = report;
        json = Json.to(writer);
        Stream.concat(report.rules().stream(), report.findings().stream().map(Finding::rule))
                .forEach(rule -> rules.putIfAbsent(rule.id(), rule));
        rules.keySet().forEach(id -> indexes.put(id, indexes.size()));
    }

    /** Writes the report. The same report gives the same bytes. */
    static void write(Report report, Writer writer) throws IOException {
        new SarifReport(report, writer).write();
    }

    private void write() throws IOException {
        json.beginObject();
        json.name("version").value("2.1.0");
        json.name("$schema").value(SCHEMA);
        json.name("runs").beginArray();
        json.beginObject();
        json.name("tool").beginObject();
        json.name("driver").beginObject();
        json.name("name").value("cucm-certs");
        json.name("version").value(report.plugin());
        json.name("informationUri").value(PROJECT);
        json.name("rules").beginArray();
        for (RuleInfo rule : rules.values()) {
            rule(rule);
        }
        json.endArray();
        json.endObject();
        json.endObject();
        if (!report.language().isEnglish()) {
            json.name("language").value(report.language().tag());
        }
        // 3.14.14: without a URI, the reader decides where the root is
        json.name("originalUriBaseIds").beginObject();
        json.name(ROOT).beginObject();
        text("description", report.language().text("report.sarif-root", "The root of the repository"));
        json.endObject();
        json.endObject();
        json.name("columnKind").value("utf16CodeUnits");
        Listing listing = Listing.of(report.findings(), Room.PAGE);
        json.name("results").beginArray();
        for (Listing.Entry entry : listing.entries()) {
            result(entry);
        }
        json.endArray();
        if (!listing.notListed().isEmpty()) {
            json.name("properties").beginObject();
            json.name("leftOut").value(listing.notListed());
            json.endObject();
        }
        json.endObject();
        json.endArray();
        json.endObject();
        json.flush();
    }

    private void rule(RuleInfo rule) throws IOException {
        json.beginObject();
        json.name("id").value(rule.id());
        json.name("name").value(name(rule.id()));
        text("shortDescription", rule.title());
        text(
                "fullDescription",
                TextTemplate.of(rule.rationale()).explained(rule.language()).toString());
        json.name("helpUri").value(PROJECT + "/blob/HEAD/docs/rules/" + rule.id() + ".md");
        json.name("help").beginObject();
        json.name("text").value(message(RulePage.text(rule, report.language())));
        json.name("markdown").value(RulePage.body(rule, report.language()).strip());
        json.endObject();
        json.name("defaultConfiguration").beginObject();
        json.name("level").value(level(rule.severity()));
        json.endObject();
        json.endObject();
    }

    /** 3.49.7: a name for people, different from the id: {@code SanAdded}. */
    private static String name(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }

    private void result(Listing.Entry entry) throws IOException {
        Finding finding = entry.finding();
        json.beginObject();
        json.name("ruleId").value(finding.rule().id());
        json.name("ruleIndex").value(indexes.get(finding.rule().id()));
        json.name("level").value(level(finding.severity()));
        text("message", FindingText.of(entry));
        json.name("locations").beginArray();
        json.beginObject();
        json.name("physicalLocation").beginObject();
        json.name("artifactLocation").beginObject();
        String file = report.repositoryFile(finding);
        if (Origin.isWhole(file)) {
            json.name("uri").value(fileUri(file));
        } else {
            json.name("uri").value(uri(file));
            json.name("uriBaseId").value(ROOT);
        }
        json.endObject();
        json.name("region").beginObject();
        json.name("startLine").value(Math.max(1, finding.origin().line()));
        json.endObject();
        json.endObject();
        json.endObject();
        json.endArray();
        json.name("partialFingerprints").beginObject();
        json.name("cucmCertsFinding/v1").value(fingerprint(finding));
        json.endObject();
        // 3.27.23: either all results of a run have it, or none
        json.name("suppressions").beginArray();
        if (finding.waiver().isPresent()) {
            suppression(finding.waiver().get());
        }
        json.endArray();
        json.endObject();
    }

    private void suppression(Acceptance waiver) throws IOException {
        json.beginObject();
        json.name("kind").value("external");
        json.name("status").value("accepted");
        json.name("justification")
                .value(report.language()
                        .text(
                                "report.sarif-waiver",
                                "{reason} (until {date})",
                                "reason",
                                Visible.of(waiver.reason()),
                                "date",
                                waiver.until()));
        json.endObject();
    }

    private void text(String name, String text) throws IOException {
        json.name(name).beginObject();
        json.name("text").value(message(text));
        json.endObject();
    }

    /** 3.11.5: braces are doubled, because the text has no placeholders; 3.11.6: {@code ](} makes a link. */
    private static String message(String text) {
        return text.replace("{", "{{").replace("}", "}}").replace("](", "]\\u0028");
    }

    /** 3.27.10. */
    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /** RFC 8089, appendix E: {@code D:/ca/root.pem}, {@code //server/share/root.pem}. */
    private static String fileUri(String whole) {
        return whole.startsWith("//")
                ? "file:" + uri(whole)
                : "file:///" + whole.substring(0, 2) + uri(whole.substring(2));
    }

    /** A relative reference (RFC 3986). A name that is not valid text is already encoded, after a marker character. */
    private static String uri(String path) {
        return Stream.of(path.split("/", -1))
                .map(name -> name.matches(SPELT) ? name.substring(1) : encoded(name))
                .collect(Collectors.joining("/"));
    }

    /** Percent-encodes everything except the unreserved characters of RFC 3986 (section 2.3). */
    private static String encoded(String name) {
        StringBuilder uri = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            if (character < 0x80 && (Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0)) {
                uri.append(character);
            } else {
                uri.append(String.format("%%%02X", (int) character));
            }
        }
        return uri.toString();
    }

    /** 3.27.17: the same for the same finding in a later run, even if it has moved within its file. */
    private String fingerprint(Finding finding) {
        String identity = String.join(
                "\n",
                finding.rule().id(),
                finding.uploadSet().orElse(""),
                report.repositoryFile(finding),
                finding.sha256().orElse(""));
        if (finding.rule().topic() == Topic.SERVED) {
            identity += "\n" + finding.evidence().get("node") + "\n"
                    + finding.evidence().get("port");
        }
        return HexFormat.of().formatHex(Sha256.of(identity));
    }
}
