package io.github.cucmcerts.mojo;

import static org.apache.maven.api.plugin.testing.MojoExtension.getVariableValueFromObject;
import static org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MojoTest(realRepositorySession = true)
@Basedir("src/test/resources/unit/example")
@MojoParameter(name = "changeWindow", value = "2026-12-01T22:00:00Z")
class ParametersTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String SUB = "cucm-sub1.example.com";
    private static final String IMP = "imp.example.com";
    private static final String MULTI = "cucm-pub-ms.example.com";

    @TempDir
    private Path temporary;

    private Tree certs;

    @BeforeEach
    void aRepository() throws IOException {
        Files.createDirectory(temporary.resolve(".git"));
        certs = Tree.in(temporary.resolve("certs"));
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "purposes", value = " tomcat, callmanager ")
    void onlyTheSelectedPurposesAreChecked(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat").set(PUB + "/CallManager").set(PUB + "/ipsec").without(PUB + "/ipsec/ipsec.csr");
        execute(mojo);
        assertThat(strings("uploadSets", "id")).containsExactly(PUB + "/CallManager", PUB + "/tomcat");
        assertThat(strings("findings", "rule")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void aRootInACaDirectoryCompletesThePath(Mojo mojo) throws Exception {
        withoutRoot();
        Tree.in(temporary).file("ca/root.pem", GoodSet.of(PUB).root().pem());
        setVariableValueToObject(mojo, "caDirectories", List.of(" " + file("ca")));
        execute(mojo);
        assertThat(strings("uploadSets", "state")).containsExactly("READY");
        assertThat(strings("uploadSets", "root")).containsExactly("../ca/root.pem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-directory", "certs/" + PUB + "/tomcat/root.pem"})
    void aCaDirectoryThatDoesNotExistStopsTheBuild(String name, @InjectMojo(goal = "check", pom = "pom.xml") Mojo mojo)
            throws Exception {
        certs.set(PUB + "/tomcat");
        setVariableValueToObject(mojo, "caDirectories", List.of(file(name).toString()));
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(file(name) + " is not a directory (cucm-certs.caDirectories).");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "includes", value = PUB + "/**")
    @MojoParameter(name = "excludes", value = "**/new/**")
    void onlyIncludedAndNotExcludedFilesAreRead(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat").set(SUB + "/tomcat").set(PUB + "/new/ipsec").set(PUB + "/old/ipsec");
        execute(mojo);
        assertThat(strings("files", "path"))
                .as("configured excludes replace the default")
                .allMatch(path -> path.startsWith(PUB + "/tomcat/") || path.startsWith(PUB + "/old/"))
                .hasSize(8);
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "excludes", value = "**/{old")
    void aWrongGlobStopsTheBuildAndNamesItsParameter(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat");
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Unknown value '**/{old' of cucm-certs.excludes. Allowed: a glob (");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void foldersNamedArchiveAndOldAreLeftOut(Mojo mojo) throws Exception {
        String broken = "-----BEGIN CERTIFICATE-----\n";
        certs.set(PUB + "/tomcat")
                .file("old/tomcat.pem", broken)
                .file("archive/" + PUB + "/tomcat/tomcat.pem", broken)
                .file(PUB + "/tomcat/old/2025/tomcat.pem", broken)
                .file(PUB + "/tomcat/archive/tomcat.pem", broken);
        execute(mojo);
        assertThat(strings("files", "path"))
                .allMatch(path -> path.startsWith(PUB + "/tomcat/"))
                .hasSize(4);
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void aWarningDoesNotFailTheBuild(Mojo mojo) throws Exception {
        withWarning();
        execute(mojo);
        assertThat(strings("findings", "severity")).containsExactly("WARNING");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failOn", value = "WARNING")
    void aWarningFailsTheBuildIfConfigured(Mojo mojo) {
        withWarning();
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("1 upload set: 0 errors, 1 warning, ");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failOn", value = "WARNING")
    void anErrorFailsTheBuildIfWarningsDo(Mojo mojo) {
        withoutRoot();
        assertThatThrownBy(() -> execute(mojo)).isInstanceOf(MojoFailureException.class);
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failOn", value = "NEVER")
    void anErrorDoesNotFailTheBuildWithNever(Mojo mojo) throws Exception {
        withoutRoot();
        execute(mojo);
        assertThat(strings("findings", "severity")).containsExactly("ERROR");
        assertThat(strings("uploadSets", "state")).containsExactly("BLOCKED");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void theFailureHasTheSummaryAndThePathOfTheReport(Mojo mojo) {
        withoutRoot();
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 upload set: 1 error, 0 warnings, 0 notices, 0 waived. Report: "
                        + file("reports/report.html"));
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void aSuccessfulBuildShowsThePathOfTheReportToo(Mojo mojo) throws Exception {
        List<String> lines = new ArrayList<>();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                lines.add(line.toString());
            }
        });
        certs.set(PUB + "/tomcat");
        execute(mojo);
        assertThat(lines).last().isEqualTo("Report: " + file("reports/report.html"));
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "language", value = "ZH-tw")
    @MojoParameter(name = "failOn", value = "NEVER")
    void theTextsOfTheRulesCanBeInChinese(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat").without(PUB + "/tomcat/tomcat.csr");
        execute(mojo);
        assertThat(strings("findings", "rule")).containsExactly("csr-missing");
        assertThat(strings("findings", "message").get(0)).contains("憑證", "CSR");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "language", value = "fr")
    void anUnknownLanguageListsTheKnownOnes(Mojo mojo) {
        certs.set(PUB + "/tomcat");
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Unknown value 'fr' of cucm-certs.language. Allowed: en, zh-TW, zh-CN");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void theReportHasTheChangeWindow(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat");
        execute(mojo);
        assertThat(report().getAsJsonObject("changeWindow").get("start").getAsString())
                .isEqualTo("2026-12-01T22:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {PUB, SUB, IMP})
    @MojoParameter(name = "publisher", value = PUB)
    @MojoParameter(name = "subscribers", value = SUB)
    @MojoParameter(name = "presence", value = IMP)
    @MojoParameter(name = "failOn", value = "NEVER")
    void aConfiguredNodeThatTheCertificateDoesNotName(
            String leftOut, @InjectMojo(goal = "check", pom = "pom.xml") Mojo mojo) throws Exception {
        String[] named = List.of(PUB, SUB, IMP).stream()
                .filter(node -> !node.equals(leftOut))
                .map(node -> "DNS:" + node)
                .toArray(String[]::new);
        certs.set(MULTI + "/tomcat", GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san(named))));
        execute(mojo);
        assertThat(strings("findings", "rule")).containsExactly("san-node-missing");
        assertThat(report().getAsJsonArray("findings").toString()).contains("\"missing\":[\"" + leftOut + "\"]");
    }

    @Test
    @InjectMojo(goal = "check-chain", pom = "pom.xml")
    void aGoalForOneTopicWritesIntoAFolderOfItsName(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat");
        execute(mojo);
        assertThat(file("reports/check-chain/report.json")).isFile();
        assertThat(file("reports/report.json")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void theOutputDirectoryIsNotScanned(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat").file("reports/broken.pem", "-----BEGIN CERTIFICATE-----\n");
        setVariableValueToObject(mojo, "directory", certs.directory().toFile());
        setVariableValueToObject(mojo, "outputDirectory", file("certs/reports"));
        mojo.execute();
        assertThat(file("certs/reports/report.json")).content().doesNotContain("broken.pem");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void anOutputDirectoryThatIsALinkToAllCertificatesIsNamed(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat");
        link("reports", "certs/" + PUB);
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("There is nothing to check in " + file("certs")
                        + ": its certificates are in the output directory, which is not read (" + file("reports")
                        + ", a link to " + file("certs/" + PUB).toPath().toRealPath()
                        + "). Set another output directory with -Dcucm-certs.outputDirectory=…");
        assertThat(file("certs/" + PUB).list()).containsExactly("tomcat");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void anOutputDirectoryThatIsALinkToTheDirectoryIsRejected(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat");
        link("reports", "certs");
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The reports would go into a directory of certificates, " + file("certs")
                        + ", which is only read. Set another one with -Dcucm-certs.outputDirectory=…");
        assertThat(file("certs").list()).containsExactly(PUB);
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void anOutputDirectoryThatIsALinkToAFolderAboveHidesNothing(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat");
        link("reports", ".");
        execute(mojo);
        assertThat(strings("uploadSets", "state")).containsExactly("READY");
        assertThat(file("certs").list()).containsExactly(PUB);
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(temporary.resolve(name), temporary.resolve(target));
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "reports", value = "json,docx")
    void anUnknownReportListsTheAllowedOnes(Mojo mojo) {
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Unknown value 'docx' of cucm-certs.reports. Allowed: json");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "presence", value = IMP)
    @MojoParameter(name = "xmppDomains", value = " Example.COM. ,chat.example.com,example.com")
    void theFederationCertificateMustNameTheXmppDomains(Mojo mojo) throws Exception {
        certs.set(
                IMP + "/cup-xmpp-s2s",
                GoodSet.ipsec(IMP)
                        .csr(Csr.of(
                                IMP,
                                with -> with.san("DNS:" + IMP, "DNS:chat.example.com")
                                        .extendedKeyUsage("serverAuth", "clientAuth", "ipsecEndSystem"))));
        execute(mojo);
        assertThat(strings("findings", "rule")).containsExactly("xmpp-domain-missing");
        assertThat(report().getAsJsonArray("findings").toString()).contains("\"missing\":[\"example.com\"]");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "publisher", value = PUB)
    @MojoParameter(name = "commonCriteria", value = "true")
    void inCommonCriteriaModeANodeThatIsNotNamedFailsTheBuild(Mojo mojo) {
        certs.set("cucm-pub/tomcat");
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("1 upload set: 1 error, 0 warnings, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.example.com",
                " ",
                "example..com",
                "-a.example.com",
                "10.1.2.3",
                "chat@example.com",
                "https://example.com"
            })
    void aWrongXmppDomainStopsTheBuild(String domain, @InjectMojo(goal = "check", pom = "pom.xml") Mojo mojo)
            throws Exception {
        certs.set(PUB + "/tomcat");
        setVariableValueToObject(mojo, "xmppDomains", List.of("example.com", domain));
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "Unknown value '" + domain.strip() + "' of cucm-certs.xmppDomains. Allowed: DNS domains such"
                                + " as example.com, in ASCII and without a wildcard");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "purposes", value = "TVS")
    void purposesThatSelectNoSetLeaveNothingToCheck(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat").set(PUB + "/ipsec");
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("There is nothing to check: no upload set in " + certs.directory()
                        + " has a purpose of cucm-certs.purposes. The directory has the upload sets " + PUB
                        + "/ipsec, " + PUB + "/tomcat.");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "purposes", value = "TVS")
    @MojoParameter(name = "failIfNoCertificates", value = "false")
    void purposesThatSelectNoSetCanBeAllowed(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat");
        assertThatCode(() -> execute(mojo)).doesNotThrowAnyException();
    }

    @Test
    @InjectMojo(goal = "check-files", pom = "pom.xml")
    @MojoParameter(name = "purposes", value = "TVS")
    void checkFilesChecksAllFilesWithAnyPurposes(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat");
        assertThatCode(() -> execute(mojo)).doesNotThrowAnyException();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void aDirectoryOfCaCertificatesPasses(Mojo mojo) throws Exception {
        certs.file("ca/root.pem", Cert.root("Example Root CA"));
        assertThatCode(() -> execute(mojo)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "yes", "0", "tru"})
    void aFlagThatIsNeitherTrueNorFalseStopsTheBuild(
            String value, @InjectMojo(goal = "check", pom = "pom.xml") Mojo mojo) throws Exception {
        for (String flag : List.of("mixedMode", "sso", "fips", "commonCriteria", "failIfNoCertificates", "skip")) {
            Object before = getVariableValueFromObject(mojo, flag);
            setVariableValueToObject(mojo, flag, value);
            assertThatThrownBy(() -> execute(mojo))
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessage("Unknown value '" + value + "' of cucm-certs." + flag + ". Allowed: true, false");
            setVariableValueToObject(mojo, flag, before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", " True ", ""})
    void aFlagIsTrueInAnyCaseAndWithoutValue(String value, @InjectMojo(goal = "check", pom = "pom.xml") Mojo mojo)
            throws Exception {
        setVariableValueToObject(mojo, "skip", value);
        execute(mojo);
        assertThat(file("reports")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failIfNoCertificates", value = "FALSE")
    void andFalse(Mojo mojo) {
        assertThatCode(() -> execute(mojo)).doesNotThrowAnyException();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failOn", value = "warning")
    @MojoParameter(name = "reports", value = "JSON")
    @MojoParameter(name = "release", value = "12.5(1) su3")
    void caseDoesNotMatter(Mojo mojo) throws Exception {
        withWarning();
        DefaultPlexusConfiguration severities = new DefaultPlexusConfiguration("severities");
        severities.addChild("SAN-Lacks-Common-Name", "warning");
        severities.addChild("key-shared", "off");
        setVariableValueToObject(mojo, "severities", severities);
        assertThatThrownBy(() -> execute(mojo)).isInstanceOf(MojoFailureException.class);
        assertThat(report().get("release").getAsString()).isEqualTo("12.5");
        assertThat(strings("findings", "severity")).contains("WARNING");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void theMessageSaysWhyThereIsNothingToCheck(Mojo mojo) throws Exception {
        String start = "There is nothing to check in " + certs.directory() + ": ";
        String end = ". Put certificates and CSRs there, or set another directory with -Dcucm-certs.directory=…";
        assertNothing(mojo, start + "it does not exist" + end);
        Files.createDirectories(certs.directory());
        assertNothing(mojo, start + "it is empty" + end);
        certs.file("archive/root.pem", Cert.root("Root"));
        assertNothing(
                mojo,
                start
                        + "includes and excludes leave out all its files (without excludes, **/archive/** and **/old/** are left"
                        + " out)" + end);
        for (int i = 1; i <= 7; i++) {
            certs.file("notes" + i + ".txt", "notes");
        }
        assertNothing(
                mojo,
                start + "none of its files is a certificate, CSR, key, or keystore (notes1.txt, notes2.txt, notes3.txt,"
                        + " notes4.txt, notes5.txt, and 2 more)" + end);
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void waiversInAFileCountLikeThoseInThePom(Mojo mojo) throws Exception {
        withoutRoot();
        Files.writeString(temporary.resolve("waivers.yaml"), """
                waivers:
                  - rule: ca-not-in-trust-store
                    path: "**"
                    reason: The root is on its way
                    until: 2026-12-31
                  - rule: san-added
                    path: "**"
                    reason: The lab accepted it
                    until: 2026-12-31
                """);
        setVariableValueToObject(mojo, "waiverFile", file("waivers.yaml"));
        execute(mojo);
        assertThat(strings("findings", "rule")).containsExactly("ca-not-in-trust-store", "waiver-unused");
        assertThat(strings("findings", "remedy"))
                .last()
                .asString()
                .startsWith("If the finding was fixed, remove the waiver from ")
                .contains("waivers.yaml, line 6. Otherwise, correct ");
    }

    @Test
    @InjectMojo(goal = "plan", pom = "pom.xml")
    void aWaiverFileThatDoesNotExistStopsThePlanToo(Mojo mojo) throws Exception {
        certs.set(PUB + "/tomcat");
        setVariableValueToObject(mojo, "waiverFile", file("no-such.yaml"));
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(file("no-such.yaml") + " does not exist (cucm-certs.waiverFile).");
    }

    private void assertNothing(Mojo mojo, String message) {
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(message);
    }

    private void withoutRoot() {
        certs.set(PUB + "/tomcat").without(PUB + "/tomcat/root.pem");
    }

    private void withWarning() {
        certs.set(PUB + "/tomcat", GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.san("DNS:example.com"))));
    }

    private void execute(Mojo mojo) throws Exception {
        setVariableValueToObject(mojo, "directory", certs.directory().toFile());
        setVariableValueToObject(mojo, "outputDirectory", file("reports"));
        mojo.execute();
    }

    private File file(String path) {
        return temporary.resolve(path).toFile();
    }

    private JsonObject report() throws IOException {
        return JsonParser.parseString(Files.readString(temporary.resolve("reports/report.json")))
                .getAsJsonObject();
    }

    private List<String> strings(String array, String name) throws IOException {
        return report().getAsJsonArray(array).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(element -> element.get(name).getAsString())
                .toList();
    }
}
