package io.github.cucmcerts.mojo;

import static org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Server;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.served.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uses TLS servers of the JDK. */
@MojoTest(realRepositorySession = true)
@Basedir("src/test/resources/unit/example")
@MojoParameter(name = "publisher", value = "cucm-pub.example.com")
@MojoParameter(name = "subscribers", value = "cucm-sub1.example.com")
@MojoParameter(name = "changeWindow", value = "2026-12-01T22:00:00Z")
@MojoParameter(name = "timeoutSeconds", value = "60")
@Timeout(120)
class CheckServedMojoTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String SUB = "cucm-sub1.example.com";
    private static final GoodSet ON_PUB = GoodSet.of(PUB);
    private static final GoodSet ON_SUB = GoodSet.of(SUB);
    private static final GoodSet UNKNOWN = GoodSet.of("imp1.example.com");
    private static final Cert OLD = Cert.selfSigned(Csr.of(SUB, with -> with.key(Keys.rsa("old"))));

    @TempDir
    private Path temporary;

    private final List<String> lines = new ArrayList<>();
    private final AtomicReference<SSLContext> ofSub = new AtomicReference<>(Server.context(List.of(OLD)));
    private Watch.Pause pause = time -> {
        throw new AssertionError("The goal must not wait.");
    };
    private Tree certs;
    private List<String> more = List.of();

    @BeforeEach
    void aSetOnEachNode() {
        certs = Tree.in(temporary.resolve("certs"))
                .set(PUB + "/TVS", ON_PUB)
                .set(SUB + "/TVS", ON_SUB)
                .file("deployed/" + SUB + "/TVS/TVS.pem", OLD)
                .file(".git/config", "[core]");
    }

    @Test
    @InjectMojo(goal = "check-served", pom = "pom.xml")
    @MojoParameter(name = "reports", value = "json,html,sarif,junit,markdown,csv,calendar")
    void anOldCertificateFailsTheBuildAndIsInEveryReport(CheckServedMojo mojo) throws Exception {
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("2 upload sets: 1 error, 0 warnings, 0 notices, 0 waived. Report: ");
        assertThat(lines)
                .contains(SUB + "/TVS: NOT AS PLANNED", "Checked 2 ports: 1 served as planned, 1 still old")
                .anyMatch(line -> line.startsWith("ERROR   " + SUB + "/TVS/TVS.pem: " + SUB));
        assertThat(report("report.json"))
                .contains("\"goal\": \"check-served\"", "\"served\"", "\"served-differs\"", OLD.sha256());
        var page = Jsoup.parse(report("report.html"));
        assertThat(page.select("h1").text()).isEqualTo("Served as planned: 1 of 2 ports");
        assertThat(page.select(".glance tbody tr").eachText())
                .containsExactly(
                        PUB + " publisher served as planned", SUB + " subscriber still old deployed: 395 days left");
        assertThat(report("report.sarif")).contains("served-differs");
        assertThat(report("report-junit.xml")).contains("served-differs");
        assertThat(report("report.md")).startsWith("**Served as planned: 1 of 2 ports.** ");
    }

    @Test
    @InjectMojo(goal = "check-served", pom = "pom.xml")
    @MojoParameter(name = "waitMinutes", value = "1")
    void itWaitsForARestart(CheckServedMojo mojo) throws Exception {
        pause = time -> ofSub.set(Server.context(List.of(ON_SUB.leaf(), ON_SUB.intermediate())));
        execute(mojo);
        assertThat(lines).contains("Checked 2 ports: 2 served as planned");
        assertThat(Jsoup.parse(report("report.html")).select("h1").text()).isEqualTo("Served as planned: 2 of 2 ports");
    }

    @Test
    @InjectMojo(goal = "check-served", pom = "pom.xml")
    @MojoParameter(name = "failOn", value = "NEVER")
    void aSetThatCheckBlocksIsNotChecked(CheckServedMojo mojo) throws Exception {
        certs.without(SUB + "/TVS/TVS.csr");
        execute(mojo);
        assertThat(lines)
                .containsSequence(
                        "Checked 1 port: 1 served as planned",
                        "Not checked, because the goal check finds errors there:",
                        "  " + SUB + "/TVS");
        assertThat(lines).contains(SUB + "/TVS: NOT CHECKED");
        assertThat(report("report.json")).contains("\"BLOCKED\"");
    }

    @Test
    @InjectMojo(goal = "check-served", pom = "pom.xml")
    void aDeployedCertificateThatIsNotServedIsNotAsPlanned(CheckServedMojo mojo) throws Exception {
        certs.file("deployed/" + SUB + "/TVS/TVS.pem", ON_SUB.leaf());
        assertThatThrownBy(() -> execute(mojo)).isInstanceOf(MojoFailureException.class);
        assertThat(lines).contains(PUB + "/TVS: SERVED AS PLANNED", SUB + "/TVS: NOT AS PLANNED");
        assertThat(report("report.json")).contains("\"DEPLOYED\"");
        assertThat(Jsoup.parse(report("report.html")).text()).contains("NOT AS PLANNED");
    }

    @Test
    @InjectMojo(goal = "check-served", pom = "pom.xml")
    @MojoParameter(name = "purposes", value = "ipsec")
    void setsWithoutAPortVerifyNothing(CheckServedMojo mojo) throws Exception {
        certs.set(PUB + "/ipsec", GoodSet.ipsec(PUB));
        assertNothingIsVerified(mojo);
        assertThat(lines).contains(PUB + "/ipsec: NOT CHECKED", "Checked 0 ports");
        assertThat(Jsoup.parse(report("report.html")).select("h1.warning").text())
                .isEqualTo("Nothing was verified: no port was checked");
    }

    @Test
    @InjectMojo(goal = "check-served", pom = "pom.xml")
    void setsWithoutACertificateVerifyNothing(CheckServedMojo mojo) throws Exception {
        certs.without(PUB + "/TVS/TVS.pem").without(SUB + "/TVS/TVS.pem");
        assertNothingIsVerified(mojo);
        assertThat(lines)
                .containsSequence(
                        "Checked 0 ports",
                        "Not checked, because no certificate matches their CSR yet:",
                        "  " + PUB + "/TVS, " + SUB + "/TVS");
    }

    @Test
    @InjectMojo(goal = "check-served", pom = "pom.xml")
    @MojoParameter(name = "purposes", value = "tomcat-ECDSA")
    void certificatesThatNoNodeShowsVerifyNothing(CheckServedMojo mojo) throws Exception {
        certs.set(PUB + "/tomcat-ECDSA", GoodSet.ecdsa(PUB));
        assertNothingIsVerified(mojo);
        assertThat(lines).contains(PUB + "/tomcat-ECDSA: NOT SEEN");
        assertThat(Jsoup.parse(report("report.html")).select("h1.warning").text())
                .isEqualTo("Nothing was verified: no node showed a certificate");
    }

    @Test
    @InjectMojo(goal = "check-served", pom = "pom.xml")
    @MojoParameter(name = "purposes", value = "ipsec")
    @MojoParameter(name = "failIfNoCertificates", value = "false")
    void verifyingNothingCanBeAllowed(CheckServedMojo mojo) throws Exception {
        certs.set(PUB + "/ipsec", GoodSet.ipsec(PUB));
        execute(mojo);
        assertThat(lines).anyMatch(line -> line.startsWith("WARN Nothing was verified"));
    }

    @Test
    @InjectMojo(goal = "check-served", pom = "pom.xml")
    void aSetOfUnknownPurposeIsListed(CheckServedMojo mojo) throws Exception {
        ofSub.set(Server.context(List.of(ON_SUB.leaf(), ON_SUB.intermediate())));
        certs.file("imp1.example.com/own.csr", UNKNOWN.csr())
                .file("imp1.example.com/own.pem", UNKNOWN.leaf())
                .file("imp1.example.com/issuing.pem", UNKNOWN.intermediate())
                .file("imp1.example.com/root.pem", UNKNOWN.root());
        execute(mojo);
        assertThat(lines)
                .contains(
                        "imp1.example.com/unknown/own: NOT CHECKED",
                        "Not checked, because their purpose is unknown:",
                        "  imp1.example.com/unknown/own");
    }

    private void assertNothingIsVerified(CheckServedMojo mojo) {
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Nothing was verified: no node showed a certificate of an upload set in ");
    }

    @Test
    @InjectMojo(goal = "check-served", pom = "pom.xml")
    void anAddressCanBeOfANodeThatIsNotCheckedNow(CheckServedMojo mojo) throws Exception {
        certs.set("imp1.example.com/ipsec", GoodSet.ipsec("imp1.example.com"));
        ofSub.set(Server.context(List.of(ON_SUB.leaf(), ON_SUB.intermediate())));
        more = List.of("imp1.example.com=1.2.3.4");
        execute(mojo);
        assertThat(lines).contains("Checked 2 ports: 2 served as planned");
    }

    @Test
    @InjectMojo(goal = "check-served", pom = "pom.xml")
    @MojoParameter(name = "purposes", value = "CAPF")
    void aSetOfAnotherPurposeIsNotChecked(CheckServedMojo mojo) {
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("has a purpose of cucm-certs.purposes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ports|tomcat|Unknown value 'tomcat' of cucm-certs.ports. Allowed: PURPOSE=PORT, where PURPOSE is tomcat, tomcat-ECDSA, CallManager",
                "ports|ipsec=500|Unknown value 'ipsec=500' of cucm-certs.ports",
                "ports|tomcat=0|Unknown value 'tomcat=0' of cucm-certs.ports",
                "addresses|other=1.2.3.4|Unknown value 'other=1.2.3.4' of cucm-certs.addresses"
            })
    void unknownValuesAreRejected(
            String parameter,
            String value,
            String message,
            @InjectMojo(goal = "check-served", pom = "pom.xml") CheckServedMojo mojo)
            throws Exception {
        try (Server pub = server(() -> Server.context(List.of(ON_PUB.leaf())))) {
            configure(mojo, pub, pub);
            setVariableValueToObject(mojo, parameter, List.of(value));
            assertThatThrownBy(mojo::execute)
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageStartingWith(message);
            assertThat(pub.connections()).isZero();
        }
    }

    @Test
    @InjectMojo(goal = "check-served", pom = "pom.xml")
    @MojoParameter(name = "waitMinutes", value = "-1")
    void aNegativeTimeIsRejected(CheckServedMojo mojo) {
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Unknown value '-1' of cucm-certs.waitMinutes. Allowed: 0 to 1440");
    }

    private String report(String name) throws Exception {
        return Files.readString(temporary.resolve("out/check-served").resolve(name));
    }

    private static Server server(Supplier<SSLContext> context) {
        return Server.talking(Server.tls(context, socket -> {}));
    }

    private void execute(CheckServedMojo mojo) throws Exception {
        SSLContext ofPub = Server.context(List.of(ON_PUB.leaf(), ON_PUB.intermediate()));
        try (Server pub = server(() -> ofPub);
                Server sub = server(ofSub::get)) {
            configure(mojo, pub, sub);
            mojo.execute();
        }
    }

    private void configure(CheckServedMojo mojo, Server pub, Server sub) throws Exception {
        setVariableValueToObject(mojo, "directory", certs.directory().toFile());
        setVariableValueToObject(
                mojo, "outputDirectory", temporary.resolve("out").toFile());
        List<String> addresses = new ArrayList<>(more);
        addresses.add("cucm-pub=127.0.0.1:" + pub.port());
        addresses.add("cucm-sub1=127.0.0.1:" + sub.port());
        setVariableValueToObject(mojo, "addresses", addresses);
        setVariableValueToObject(mojo, "clock", Clock.fixed(Times.NOW, ZoneOffset.UTC));
        setVariableValueToObject(mojo, "pause", pause);
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence text) {
                lines.add(text.toString().replaceAll("\\u001B\\[[0-9;]*m", ""));
            }

            @Override
            public void warn(CharSequence text) {
                lines.add("WARN " + text);
            }

            @Override
            public void error(CharSequence text) {
                lines.add("ERROR " + text);
            }
        });
    }
}
