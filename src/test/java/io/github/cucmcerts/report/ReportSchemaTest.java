package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.text.Glob;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.waiver.Waiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema {@code docs/report.schema.json} accepts every {@code report.json}, and rejects wrong ones. */
class ReportSchemaTest {
    private static final Path DOCS = Path.of("docs");
    private static final String PUB = "cucm-pub.example.com";
    private static final String SUB = "cucm-sub1.example.com";
    private static final String TOMCAT = PUB + "/tomcat";
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final Schema SCHEMA = schema();

    @TempDir
    private Path temporary;

    /** A directory, its configuration, and what the report contains. */
    private record Situation(
            String name,
            Cluster cluster,
            ChangeWindow window,
            List<Waiver> waivers,
            Consumer<Tree> layout,
            List<String> parts) {
        static Situation of(String name, Consumer<Tree> layout, String... parts) {
            return new Situation(
                    name, Cluster.unknown(), ChangeWindow.at(Times.NOW), List.of(), layout, List.of(parts));
        }

        Situation cluster(Cluster other) {
            return new Situation(name, other, window, waivers, layout, parts);
        }

        Situation window(String text) {
            return new Situation(name, cluster, ChangeWindow.parse(text), waivers, layout, parts);
        }

        Situation waivers(Waiver... all) {
            return new Situation(name, cluster, window, List.of(all), layout, parts);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Situation> situations() {
        return Stream.of(
                Situation.of("ready", tree -> tree.set(TOMCAT), "\"state\":\"READY\"", "\"findings\":[]"),
                Situation.of(
                        "blocked, with findings of no set",
                        tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB)))
                                .file("broken.cer", "no certificate")
                                .file(TOMCAT + "/server.key", Pem.privateKey(Keys.rsa(PUB))),
                        "\"state\":\"BLOCKED\"",
                        "\"uploadSet\":null",
                        "\"kind\":\"PRIVATE_KEY\"",
                        "\"cucm\":\"CSR SAN and Certificate SAN does not match\""),
                Situation.of(
                                "a waived finding, and unused waivers",
                                tree -> tree.set(TOMCAT).without(TOMCAT + "/tomcat.csr"),
                                "\"waiver\":{",
                                "waiver-unused",
                                "waiver-expired",
                                "\"file\":\".\"",
                                "\"csr\":null")
                        .waivers(
                                waiver("csr-missing", "2027-01-31"),
                                waiver("san-missing", "2027-01-31"),
                                waiver("san-added", "2026-01-31")),
                Situation.of(
                        "deployed, and an identity without an upload set",
                        tree -> tree.set(TOMCAT, GOOD)
                                .file("deployed/" + TOMCAT + "/tomcat.pem", GOOD.leaf())
                                .file(
                                        "deployed/" + SUB + "/ipsec/ipsec.pem",
                                        GoodSet.ipsec(SUB)
                                                .leaf(with -> with.valid("2024-01-01", "2026-12-10"))
                                                .leaf()),
                        "\"state\":\"DEPLOYED\"",
                        "deployed-expires-soon"),
                Situation.of(
                        "files that can't be read",
                        tree -> tree.set(TOMCAT, GOOD)
                                .file("cut.der", Arrays.copyOf(GOOD.root().der(), 300))
                                .file("empty.pem", "")
                                .file("open.pem", GOOD.root().pem() + "-----BEGIN CERTIFICATE-----\nMIIB\n")
                                .file("notes.txt", "-----BEGIN CERTIFICATE-----\nMII...\n-----END CERTIFICATE-----\n")
                                .file("README.md", "Hello"),
                        "\"format\":\"UNREADABLE\"",
                        "\"format\":\"IGNORED\"",
                        "\"kind\":\"UNREADABLE\"",
                        "\"offset\":0",
                        "\"line\":null"),
                Situation.of(
                        "files of every kind",
                        tree -> tree.set(TOMCAT, GOOD)
                                .file("ca/store.p12", Bundle.keystore("PKCS12", "changeit", GOOD.leaf()))
                                .file("ca/both.p7b", Bundle.pkcs7(GOOD.intermediate(), GOOD.root()))
                                .file("ca/root.der", GOOD.root().der())
                                .file("ca/revoked.crl", GOOD.root().crl(GOOD.leaf()))
                                .file("ca/mail.zip", "PK")
                                .file(
                                        "key.pub",
                                        Pem.publicKey(Keys.info(GOOD.leaf().key())))
                                .file("odd.key", Pem.encryptedPrivateKey(Keys.rsa(SUB), "changeit"))
                                .file(
                                        "odd.pem",
                                        Pem.utf16LittleEndian(GOOD.root().pem())),
                        "\"format\":\"KEYSTORE\"",
                        "\"format\":\"PKCS7\"",
                        "\"format\":\"DER\"",
                        "\"kind\":\"CRL\"",
                        "\"kind\":\"PUBLIC_KEY\"",
                        "\"form\":\"encrypted PKCS#8\""),
                Situation.of(
                        "a finding without evidence, no purpose, no node",
                        tree -> tree.file("server.csr", GOOD.csr())
                                .file("server.pem", GOOD.intermediate().sign(GOOD.csr(), with -> with.ca())),
                        "\"evidence\":{}",
                        "\"id\":\"unknown/server\"",
                        "\"node\":null",
                        "\"root\":null"),
                Situation.of(
                        "awaiting its certificate, and two that could be the leaf",
                        tree -> tree.file(TOMCAT + "/a.csr", GOOD.csr())
                                .file("ipsec/a.pem", GoodSet.of(SUB).leaf())
                                .file(
                                        "ipsec/b.pem",
                                        GoodSet.of(SUB)
                                                .leaf(with -> with.key(Keys.rsa("other")))
                                                .leaf()),
                        "\"state\":\"AWAITING_CERTIFICATE\"",
                        "leaf-ambiguous",
                        "\"leaf\":null"),
                Situation.of(
                                "a release, a cluster and an interval",
                                tree -> tree.set(
                                                "cucm-pub-ms.example.com/tomcat",
                                                GoodSet.of("cucm-pub-ms.example.com")
                                                        .csr(Csr.of(
                                                                "cucm-pub-ms.example.com",
                                                                with -> with.san("DNS:" + PUB))))
                                        .set(PUB + "/CAPF", GoodSet.capf(PUB))
                                        .set(SUB + "/tomcat-ECDSA", GoodSet.ecdsa(SUB)),
                                "\"release\":\"14SU3\"",
                                "\"start\":\"2026-12-02T04:00:00Z\",\"end\":\"2026-12-03T23:59:59Z\"",
                                "\"distribution\":\"multi-server\"",
                                "\"purpose\":\"tomcat-ECDSA\"")
                        .cluster(new Cluster(
                                Optional.of(new NodeName(PUB)),
                                List.of(new NodeName(SUB)),
                                List.of(),
                                Optional.of(Release.parse("14su3")),
                                true,
                                false,
                                false,
                                false,
                                List.of()))
                        .window("2026-12-01T22:00:00-06:00/2026-12-03"),
                Situation.of(
                                "no release, a moment with a fraction",
                                tree -> tree.set(TOMCAT),
                                "\"release\":null",
                                "\"start\":\"2026-12-01T22:00:00.123456Z\"")
                        .window("2026-12-01T22:00:00.123456Z"),
                Situation.of(
                        "odd names, and another directory of CA certificates",
                        tree -> tree.set("site/a node's \"home\"/tomcat", GOOD)
                                .without("site/a node's \"home\"/tomcat/root.pem")
                                .file("../shared/root.pem", GOOD.root())
                                .file("ca/nameless.pem", GOOD.root().intermediate("any", with -> with.subject("")))
                                .link("escaped.pem", "../shared/root.pem"),
                        "\"root\":\"../shared/root.pem\"",
                        "\"subject\":\"\"",
                        "link-escapes"));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void everyReportFollowsTheSchema(Situation situation) throws IOException {
        String report = report(situation);
        assertThat(JsonParser.parseString(report).toString()).contains(situation.parts());
        assertThat(errors(report)).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("an unknown field", report -> report.addProperty("time", "2026-12-01T22:00:00Z")),
                mistake("a missing field", report -> report.remove("release")),
                mistake(
                        "a finding without explainedBy",
                        report -> finding(report).remove("explainedBy")),
                mistake(
                        "no such topic",
                        report -> report.getAsJsonArray("topics").add("names")),
                mistake("another version", report -> report.addProperty("schemaVersion", "1")),
                mistake("no such release", report -> report.addProperty("release", "13")),
                mistake(
                        "a local time",
                        report -> report.getAsJsonObject("changeWindow").addProperty("start", "2026-12-01T22:00:00")),
                mistake(
                        "no such day",
                        report -> report.getAsJsonObject("changeWindow").addProperty("start", "2026-02-30T22:00:00Z")),
                mistake(
                        "a negative number",
                        report -> report.getAsJsonObject("summary").addProperty("errors", -1)),
                mistake("no such state", report -> set(report).addProperty("state", "BROKEN")),
                mistake("ready without a leaf", report -> {
                    set(report).addProperty("state", "READY");
                    set(report).add("leaf", null);
                }),
                mistake(
                        "awaiting a certificate that it has",
                        report -> set(report).addProperty("state", "AWAITING_CERTIFICATE")),
                mistake("intermediates without a root", report -> set(report).add("root", null)),
                mistake("no such purpose", report -> set(report).addProperty("purpose", "TOMCAT")),
                mistake("an id without a purpose", report -> set(report).addProperty("id", PUB)),
                mistake("no such distribution", report -> set(report).addProperty("distribution", "single")),
                mistake("no such severity", report -> finding(report).addProperty("severity", "OFF")),
                mistake("no id of a rule", report -> finding(report).addProperty("rule", "SAN added")),
                mistake("an empty text", report -> finding(report).addProperty("cucm", "")),
                mistake("a whole path", report -> finding(report).addProperty("file", "/certs/tomcat.pem")),
                mistake("lines count from 1", report -> finding(report).addProperty("line", 0)),
                mistake(
                        "a fingerprint in upper case",
                        report -> finding(report).addProperty("sha256", "AB".repeat(32))),
                mistake(
                        "evidence that is not a list",
                        report -> finding(report).getAsJsonObject("evidence").addProperty("added", "DNS:a")),
                mistake("a waiver without its date", report -> {
                    JsonObject waiver = new JsonObject();
                    waiver.addProperty("reason", "because");
                    finding(report).add("waiver", waiver);
                }),
                mistake("no such format", report -> file(report).addProperty("format", "PKCS12")),
                mistake("no such kind", report -> object(report).addProperty("kind", "KEY")),
                mistake(
                        "a certificate without its role",
                        report -> object(report).remove("role")),
                mistake("a CSR with a role", report -> object(report).addProperty("kind", "CSR")),
                mistake("line and offset", report -> object(report).addProperty("offset", 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aWrongReportDoesNot(String name, Consumer<JsonObject> mistake) throws IOException {
        Situation wrongSan = Situation.of(
                name,
                tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB)))
                        .without(TOMCAT + "/tomcat.csr")
                        .file(TOMCAT + "/z.csr", GOOD.csr()));
        JsonObject report = JsonParser.parseString(report(wrongSan)).getAsJsonObject();
        assertThat(errors(report.toString())).isEmpty();
        mistake.accept(report);
        assertThat(errors(report.toString())).isNotEmpty();
    }

    @Test
    void theSchemaIsValid() throws IOException {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        assertThat(meta.validate(Files.readString(DOCS.resolve("report.schema.json")), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theExampleInTheDocumentationFollowsTheSchema() throws IOException {
        Matcher example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCS.resolve("report-format.md")));
        assertThat(example.find()).isTrue();
        assertThat(errors(example.group(1))).isEmpty();
    }

    private String report(Situation situation) throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("certs"));
        Path shared = Files.createDirectory(temporary.resolve("shared"));
        situation.layout().accept(Tree.in(directory));
        return Reported.written(
                ReportFormat.JSON,
                Reported.as(situation.cluster(), situation.window(), situation.waivers(), directory, List.of(shared)));
    }

    private static Waiver waiver(String rule, String until) {
        return new Waiver(
                rule,
                Optional.of(new Glob("**")),
                Optional.empty(),
                new Acceptance("why", LocalDate.parse(until)),
                Message.of("reason.the-pom", "the POM"));
    }

    private static Arguments mistake(String name, Consumer<JsonObject> change) {
        return Arguments.of(name, change);
    }

    private static JsonObject set(JsonObject report) {
        return first(report, "uploadSets");
    }

    private static JsonObject finding(JsonObject report) {
        return first(report, "findings");
    }

    private static JsonObject file(JsonObject report) {
        return first(report, "files");
    }

    private static JsonObject object(JsonObject report) {
        return first(file(report), "objects");
    }

    private static JsonObject first(JsonObject parent, String list) {
        JsonElement element = parent.getAsJsonArray(list).get(0);
        return element.getAsJsonObject();
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(DOCS.resolve("report.schema.json")), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Error> errors(String report) {
        return SCHEMA.validate(
                report,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
