package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.text.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calendar of expiry dates, parsed by the rules of RFC 5545. */
class CalendarReportTest {
    private static final String PUB = "pub.example.com";
    private static final GoodSet GOOD = GoodSet.of(PUB);

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void anEmptyDirectory() {
        tree = Tree.in(directory);
    }

    @Test
    void anEventOnTheDayOnWhichACertificateExpires() throws IOException {
        tree.set(
                PUB + "/tomcat",
                GOOD.leaf(with -> with.serial(0xABCDEFL)
                        .notBefore(Instant.parse("2026-01-01T01:02:03Z"))
                        .notAfter(Instant.parse("2027-03-01T23:30:00Z"))));
        Map<String, String> event = events().get(0);
        assertThat(event)
                .containsEntry("DTSTART;VALUE=DATE", "20270301")
                .containsEntry("DTSTAMP", "20260101T010203Z")
                .containsEntry("SUMMARY", "Certificate expires: pub.example.com (tomcat on pub.example.com)")
                .containsEntry("TRIGGER", "-P30D");
        assertThat(event.get("DESCRIPTION")).isEqualTo("""
                        Subject: C=US,ST=California,L=San Jose,O=Example,OU=Voice,CN=pub.example.com
                        Issuer: O=Example,CN=Example Issuing CA
                        Serial: abcdef
                        Purpose: tomcat
                        Nodes: pub.example.com
                        State: to be uploaded
                        Valid to: 2027-03-01T23:30:00Z
                        File: pub.example.com/tomcat/tomcat.pem

                        Before this day, generate a CSR on the node, have it signed, and put the CSR and the certificate into \
                        the directory. Then run cucm-certs:check.""");
        assertThat(events())
                .extracting(its -> its.get("SUMMARY"))
                .containsExactly(
                        "Certificate expires: pub.example.com (tomcat on pub.example.com)",
                        "Certificate expires: Example Issuing CA (tomcat-trust on all nodes)",
                        "Certificate expires: Example Root CA (tomcat-trust on all nodes)");
    }

    @Test
    void onlyCertificatesThatNodesHaveNowOrAfterTheUpload() throws IOException {
        tree.set(PUB + "/tomcat", GOOD.csr(Csr.of(PUB, with -> with.key(Keys.rsa("new")))))
                .file("deployed/" + PUB + "/tomcat/held.pem", GOOD.leaf())
                .file("ca/other.pem", Cert.root("Other CA"))
                .file("ca/expired.pem", Cert.root("Expired CA", with -> with.valid("2000-01-01", "2001-01-01")))
                .file(
                        "deployed/tomcat-trust/endless.pem",
                        Cert.root("Endless CA", with -> with.notAfter(Instant.parse("9999-12-31T23:59:59Z"))));
        assertThat(events())
                .extracting(event -> event.get("DESCRIPTION").replaceAll("(?s).*State: ([a-z, ]+)\n.*", "$1"))
                .containsExactlyInAnyOrder(
                        "to be uploaded", "to be uploaded", "to be uploaded", "deployed, to be replaced");
        assertThat(events())
                .filteredOn(event -> event.get("DESCRIPTION").contains("to be replaced"))
                .singleElement()
                .satisfies(event -> assertThat(event.get("DESCRIPTION"))
                        .endsWith("Before this day, upload the certificate that replaces it."));
    }

    @Test
    void theRemedyForATrustStoreAndForASelfSignedCertificate() throws IOException {
        tree.file("deployed/" + PUB + "/TVS/held.pem", Cert.selfSigned(Csr.of(PUB)))
                .file("deployed/tomcat-trust/ldap.pem", Cert.root("LDAP CA"));
        assertThat(events().get(0).get("DESCRIPTION"))
                .endsWith(" You can regenerate a self-signed certificate instead.");
        assertThat(events().get(1).get("DESCRIPTION"))
                .endsWith("Before this day, get the renewed certificate from the CA, and upload it to tomcat-trust."
                        + " If nothing needs this CA, delete its certificate from that trust store.");
    }

    @Test
    void theSameUidAndStampWheneverItIsBuilt() throws IOException {
        tree.set(PUB + "/tomcat", GOOD);
        String before = at("2026-12-01");
        assertThat(at("2027-06-01")).isEqualTo(before);
        List<String> uids = uids();
        assertThat(uids).hasSize(3).doesNotHaveDuplicates().allMatch(uid -> uid.matches("[0-9a-f]{64}@cucm-certs"));
        tree.file("deployed/" + PUB + "/tomcat/held.pem", GOOD.leaf());
        assertThat(uids()).isEqualTo(uids);
        assertThat(events().get(0).get("DESCRIPTION")).contains("State: deployed\n");
    }

    /** Two folders that each have a deployed/ folder describe the same store. */
    @Test
    void oneEventIfTwoFoldersDescribeAStore() throws IOException {
        tree.set("a/" + PUB + "/tomcat", GOOD)
                .set("b/sub.example.com/tomcat")
                .without("b/sub.example.com/tomcat/root.pem")
                .file("b/deployed/tomcat-trust/root.pem", GOOD.root());
        assertThat(CertificateList.of(Reported.of(directory)))
                .filteredOn(row -> row.name().equals("Example Root CA"))
                .extracting(row -> row.status().label(Language.ENGLISH))
                .containsExactly("deployed", "to be uploaded");
        assertThat(uids()).doesNotHaveDuplicates();
        assertThat(events())
                .filteredOn(event -> event.get("SUMMARY").contains("Example Root CA"))
                .hasSize(1);
    }

    @Test
    void namesAreEscapedAndLinesFoldedBetweenCharacters() throws IOException {
        for (String letter : List.of("x", "ä", "€", "😀", ":", "😀:")) {
            String name = "a,b;c\\d\r\nEND:VCALENDAR " + letter.repeat(100);
            tree.file("deployed/tomcat-trust/a.pem", root(name));
            String text = calendar();
            assertThat(text.split("\r\n", -1))
                    .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                            .isLessThanOrEqualTo(75));
            assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(text);
            assertThat(text.lines().filter(line -> line.equals("END:VCALENDAR")))
                    .hasSize(1);
            assertThat(events().get(0).get("SUMMARY"))
                    .isEqualTo("Certificate expires: O=a\\,b\\;c\\\\d\\u000d\\u000aEND:VCALENDAR " + letter.repeat(100)
                            + " (tomcat-trust on all nodes)");
        }
    }

    /** If a runner shows the file, it reads a line that begins with two colons as a command. */
    @Test
    void noFoldedLineIsACommand() throws IOException {
        for (int length = 0; length < 75; length++) {
            tree.file("deployed/tomcat-trust/a.pem", root("x".repeat(length) + "::error::c"));
            assertThat(calendar().lines().map(String::stripLeading)).noneMatch(line -> line.startsWith("::"));
        }
    }

    @Test
    void withMoreThanTenThousandTheLastEventCountsTheOthers() throws IOException {
        tree.file("deployed/tomcat-trust/a.pem", Cert.root("a"));
        Report report = Reported.of(directory);
        CertificateRow row = CertificateList.of(report).get(0);
        StringWriter writer = new StringWriter();
        CalendarReport.write(Collections.nCopies(10_007, row), report, writer);
        assertThat(writer.toString())
                .contains(
                        "DTSTART;VALUE=DATE:20400101\r\nSUMMARY:More certificates expire on or after this day: 7\r\n");
    }

    private static Cert root(String name) {
        String escaped = name.replaceAll("[\\\\,+\"<>;=]", "\\\\$0");
        return Cert.root("a", with -> with.subject("O=" + escaped));
    }

    private String calendar() throws IOException {
        return Reported.written(ReportFormat.CALENDAR, Reported.of(directory));
    }

    private String at(String day) throws IOException {
        ChangeWindow window = ChangeWindow.at(Times.day(day));
        return Reported.written(
                ReportFormat.CALENDAR, Reported.as(Cluster.unknown(), window, List.of(), directory, List.of()));
    }

    private List<String> uids() throws IOException {
        return events().stream().map(event -> event.get("UID")).toList();
    }

    /** The first property with each name in each event (RFC 5545). */
    private List<Map<String, String>> events() throws IOException {
        String calendar = calendar();
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
                .endsWith("\r\nEND:VCALENDAR\r\n");
        assertThat(calendar.replace("\r\n", "")).doesNotContain("\r", "\n");
        List<Map<String, String>> events = new ArrayList<>();
        for (String line : calendar.replace("\r\n ", "").lines().toList()) {
            String[] property = line.split(":", 2);
            if (line.equals("BEGIN:VEVENT")) {
                events.add(new LinkedHashMap<>());
            } else if (!events.isEmpty()) {
                events.get(events.size() - 1).putIfAbsent(property[0], unescaped(property[1]));
            }
        }
        return events;
    }

    private static String unescaped(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '\\') {
                i++;
                character = value.charAt(i) == 'n' ? '\n' : value.charAt(i);
            } else {
                assertThat(character).isNotIn(';', ',');
            }
            text.append(character);
        }
        return text.toString();
    }
}
