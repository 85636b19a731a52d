package io.github.cucmcerts.report;

import com.google.gson.stream.JsonWriter;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.PrivateKey;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Json;
import io.github.cucmcerts.trust.Chain;
import io.github.cucmcerts.trust.Role;
import io.github.cucmcerts.upload.UploadSet;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes {@code report.json}, schemaVersion 2. */
final class JsonReport {
    private final Report report;
    private final JsonWriter json;

    private JsonReport(Report report, Writer writer) {
        this.report = report;
        json = Json.to(writer);
    }

    /** Writes the report. The same report gives the same bytes. */
    static void write(Report report, Writer writer) throws IOException {
        new JsonReport(report, writer).write();
    }

    private void write() throws IOException {
        json.beginObject();
        json.name("schemaVersion").value("2");
        json.name("plugin").value(report.plugin());
        json.name("goal").value(report.scope().goal());
        json.name("topics").beginArray();
        for (Topic topic : report.scope().topics()) {
            json.value(topic.toString());
        }
        json.endArray();
        json.name("directory").value(report.directory());
        json.name("changeWindow").beginObject();
        json.name("start").value(report.facts().window().start().toString());
        json.name("end").value(report.facts().window().end().toString());
        json.endObject();
        Optional<Release> release = report.facts().cluster().release();
        json.name("release").value(release.isPresent() ? release.get().name() : null);
        json.name("uploadSets").beginArray();
        for (UploadSet set : report.sets()) {
            uploadSet(set);
        }
        json.endArray();
        Listing listing = Listing.of(report.findings(), Room.JSON);
        json.name("findings").beginArray();
        for (Listing.Entry entry : listing.entries()) {
            finding(entry.finding());
        }
        json.endArray();
        json.name("leftOut").beginArray();
        for (LeftOut some : listing.leftOut()) {
            leftOut(some);
        }
        json.endArray();
        json.name("files").beginArray();
        for (ScannedFile file : report.facts().inventory().files()) {
            file(file);
        }
        json.endArray();
        json.name("summary").beginObject();
        json.name("files").value(report.facts().inventory().files().size());
        json.name("certificates").value(report.objects(Certificate.class));
        json.name("csrs").value(report.objects(Csr.class));
        json.name("uploadSets").value(report.sets().size());
        json.name("errors").value(report.count(Severity.ERROR));
        json.name("warnings").value(report.count(Severity.WARNING));
        json.name("infos").value(report.count(Severity.INFO));
        json.name("waived").value(report.waived());
        json.endObject();
        json.endObject();
        json.flush();
    }

    private void uploadSet(UploadSet set) throws IOException {
        Optional<Chain> chain = report.facts().chain(set);
        List<Certificate> path = chain.isPresent() ? chain.get().path() : List.of();
        json.beginObject();
        json.name("id").value(set.id());
        json.name("node").value(set.node().isEmpty() ? null : set.node());
        json.name("purpose").value(set.purpose().label());
        json.name("distribution").value(set.multiServer() ? "multi-server" : "single-server");
        json.name("state").value(report.state(set).name());
        json.name("csr");
        fileOf(set.csr());
        json.name("leaf");
        fileOf(set.leaf());
        json.name("intermediates").beginArray();
        for (int i = 1; i < path.size() - 1; i++) {
            json.value(path.get(i).origin().file());
        }
        json.endArray();
        json.name("root")
                .value(
                        path.size() < 2
                                ? null
                                : path.get(path.size() - 1).origin().file());
        json.endObject();
    }

    private void fileOf(Optional<? extends NamedKey> object) throws IOException {
        json.value(object.isPresent() ? object.get().origin().file() : null);
    }

    private void finding(Finding finding) throws IOException {
        json.beginObject();
        json.name("rule").value(finding.rule().id());
        json.name("severity").value(finding.severity().name());
        json.name("uploadSet").value(finding.uploadSet().orElse(null));
        json.name("file").value(finding.origin().file());
        json.name("index").value(finding.origin().index());
        json.name("line").value(finding.origin().line() > 0 ? finding.origin().line() : null);
        json.name("sha256").value(finding.sha256().orElse(null));
        json.name("message").value(finding.message());
        json.name("cucm").value(finding.cucm().isEmpty() ? null : finding.cucm());
        json.name("cause").value(finding.cause());
        json.name("remedy").value(finding.remedy());
        json.name("evidence").beginObject();
        for (Map.Entry<String, List<String>> entry : finding.evidence().entrySet()) {
            json.name(entry.getKey());
            strings(entry.getValue());
        }
        json.endObject();
        json.name("waiver");
        waiver(finding);
        json.name("explainedBy");
        explainedBy(finding);
        json.endObject();
    }

    private void leftOut(LeftOut some) throws IOException {
        json.beginObject();
        json.name("rule").value(some.rule());
        json.name("severity").value(some.severity().name());
        json.name("count").value(some.count());
        json.endObject();
    }

    private void explainedBy(Finding finding) throws IOException {
        if (finding.explainedBy().isEmpty()) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("rule").value(finding.explainedBy().get().rule());
        json.name("uploadSet").value(finding.explainedBy().get().uploadSet());
        json.endObject();
    }

    private void waiver(Finding finding) throws IOException {
        if (finding.waiver().isEmpty()) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("reason").value(finding.waiver().get().reason());
        json.name("until").value(finding.waiver().get().until().toString());
        json.endObject();
    }

    private void file(ScannedFile file) throws IOException {
        json.beginObject();
        json.name("path").value(file.path());
        json.name("format").value(file.format().name());
        json.name("objects").beginArray();
        for (FileObject object : file.objects()) {
            object(object);
        }
        json.endArray();
        json.endObject();
    }

    private void object(FileObject object) throws IOException {
        json.beginObject();
        json.name("kind").value(object.kind());
        if (object instanceof Certificate certificate) {
            Role role = report.facts().roles().of(certificate);
            json.name("role").value(role.name());
        }
        if (object instanceof NamedKey named) {
            json.name("subject").value(Bounds.text(named.subject().toString()));
            json.name("sha256").value(named.sha256());
        } else if (object instanceof PrivateKey key) {
            json.name("form").value(Bounds.text(key.form()));
        } else if (object instanceof Unreadable broken) {
            json.name("reason")
                    .value(Bounds.text(report.language().in(broken.reason()).toString()));
        }
        if (object.origin().line() > 0) {
            json.name("line").value(object.origin().line());
        } else if (object.origin().offset() >= 0) {
            json.name("offset").value(object.origin().offset());
        }
        json.endObject();
    }

    private void strings(List<String> values) throws IOException {
        json.beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }
}
