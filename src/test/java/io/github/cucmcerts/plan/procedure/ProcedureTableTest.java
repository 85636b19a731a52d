package io.github.cucmcerts.plan.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Markdown;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The restarts of each purpose and release, row by row. Before release 14, the documents are 217138 and the Security Guide
 * 12.5(1)SU3; from 14 on, the Security Guide 14, Certificate Names and Descriptions.
 */
class ProcedureTableTest {
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    @ParameterizedTest(name = "{0} of release {1}")
    @CsvSource(delimiter = '|', textBlock = """
            tomcat             |        | Tomcat
            tomcat             | 10.5   | Tomcat
            tomcat             | 12.0   | Tomcat
            tomcat             | 12.5   | Tomcat, TFTP, CallManager
            tomcat             | 14     | Tomcat, TFTP, ILS, LBM, DRF Master, DRF Local, Extension Mobility, AXL Tomcat
            tomcat             | 14SU1  | Tomcat, TFTP, ILS, LBM, DRF Master, DRF Local, Extension Mobility, AXL Tomcat
            tomcat             | 14SU2  | Tomcat, TFTP, ILS, LBM, Extension Mobility, AXL Tomcat
            tomcat             | 15SU2  | Tomcat, SSOSP Tomcat, TFTP, ILS, LBM, Extension Mobility, AXL Tomcat
            tomcat-ECDSA       | 12.0   | Tomcat
            tomcat-ECDSA       | 14     | Tomcat, TFTP, DRF Master, DRF Local, UDS Tomcat, AXL Tomcat
            tomcat-ECDSA       | 14SU3  | Tomcat, TFTP, DRF Master, DRF Local, UDS Tomcat, AXL Tomcat
            CallManager        |        | TVS, TFTP, CallManager, CTIManager
            CallManager        | 12.5   | TVS, TFTP, CallManager, CTIManager
            CallManager        | 14     | CallManager, CTIManager, HAProxy
            CallManager        | 14SU1  | HAProxy
            CallManager        | 15     | HAProxy
            CallManager-ECDSA  | 11.5   | TVS, TFTP, CallManager, CTIManager
            CallManager-ECDSA  | 14     | CallManager, CTIManager, HAProxy
            CallManager-ECDSA  | 14SU1  | CallManager, HAProxy
            ipsec              |        | ipsec, DRF Master, DRF Local
            ipsec              | 12.5   | DRF Master, DRF Local
            ipsec              | 14     | ipsec
            CAPF               | 12.5   | TVS, TFTP, CAPF
            CAPF               | 14SU4  | HAProxy
            TVS                | 12.5   | TFTP, TVS
            TVS                | 14     |
            cup                | 12.5   | SIP Proxy
            cup-ECDSA          | 14     | SIP Proxy
            cup-xmpp           | 12.5   | XCP Router
            cup-xmpp-ECDSA     | 15     | XCP Router
            cup-xmpp-s2s       | 12.5   | XCP XMPP Federation Connection Manager
            cup-xmpp-s2s-ECDSA | 14     | XCP XMPP Federation Connection Manager
            """)
    void restartsTheServicesOfThePurpose(String purpose, String release, String services) {
        assertThat(after(purpose, release, Circumstance.NON_SECURE)
                        .filter(instruction -> text(instruction).contains("estart"))
                        .map(ProcedureTableTest::service))
                .isEqualTo(services == null ? List.of() : List.of(services.split(", ")));
    }

    /** Tokens exist only before 14SU3. */
    @ParameterizedTest(name = "{0} of release {1}")
    @CsvSource(delimiter = '|', textBlock = """
            CallManager       | 12.5  | the CTL client and the tokens
            CallManager       |       | the CTL client and the tokens
            CallManager-ECDSA | 14SU2 | CUCM supports tokens before 14SU3
            CAPF              | 14SU3 | there are no tokens
            CAPF              | 15    | there are no tokens
            """)
    void updatesTheCtlFileFirstInMixedMode(String purpose, String release, String how) {
        List<String> texts = after(purpose, release, Circumstance.MIXED_MODE)
                .map(ProcedureTableTest::text)
                .filter(text -> text.contains("estart"))
                .toList();
        assertThat(texts.get(0))
                .startsWith("Update the CTL file before any restart")
                .contains("`utils ctl update CTLFile`", how);
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CALL_MANAGER", "CALL_MANAGER_ECDSA", "CAPF"})
    void noOtherPurposeUpdatesTheCtlFile(Purpose purpose) {
        assertThat(after(purpose.label(), "12.5", Circumstance.MIXED_MODE))
                .noneMatch(instruction -> text(instruction).contains("CTL file"));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void resetsAndAwaitsThePhonesIfTheirTrustChanges(Purpose purpose) {
        boolean phones = Set.of(Purpose.CALL_MANAGER, Purpose.CALL_MANAGER_ECDSA, Purpose.CAPF, Purpose.TVS)
                .contains(purpose);
        for (String release : List.of("12.5", "14SU3")) {
            List<String> texts = after(purpose.label(), release, Circumstance.NON_SECURE)
                    .map(ProcedureTableTest::text)
                    .toList();
            int reset = indexOf("eset all phones: go to", texts);
            assertThat(reset >= 0).isEqualTo(phones);
            assertThat(indexOf("Wait until each node", texts)).isEqualTo(phones ? reset + 1 : -1);
        }
    }

    /** Disaster Recovery guide: before each backup, and again if the Tomcat certificate changed. */
    @ParameterizedTest(name = "{0} of release {1}")
    @CsvSource(delimiter = '|', textBlock = """
            tomcat       |       | 0 | 0
            tomcat       | 14SU1 | 0 | 0
            tomcat       | 14SU2 | 1 | 1
            tomcat-ECDSA | 15    | 1 | 1
            CallManager  | 14SU1 | 0 | 0
            CallManager  | 14SU2 | 1 | 0
            """)
    void theNodesExchangeTheirTomcatCertificatesBeforeABackup(String purpose, String release, int first, int last) {
        assertThat(backups(Moment.BEFORE, purpose, release))
                .hasSize(first + 1)
                .last()
                .asString()
                .startsWith("In Disaster Recovery System, take a backup");
        assertThat(backups(Moment.VERIFY, purpose, release))
                .hasSize(last + 1)
                .last()
                .asString()
                .startsWith("Take a");
    }

    private static List<String> backups(Moment moment, String purpose, String release) {
        return Procedure.instructions(
                        moment,
                        Optional.ofNullable(release).map(Release::parse),
                        Map.of(Purpose.named(purpose).orElseThrow(), Set.of(Circumstance.NON_SECURE)))
                .stream()
                .map(ProcedureTableTest::text)
                .filter(text -> text.contains(" backup of the cluster")
                        || text.startsWith("Take a new backup")
                        || text.contains("have exchanged their"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "14", "14SU3", "15"})
    void marksWhatDropsCallsAndWhatCannotBeUndone(String release) {
        for (Purpose purpose : Procedure.ORDER) {
            for (Circumstance use : List.of(Circumstance.NOT_REUSED, Circumstance.REUSED)) {
                Map<Purpose, Set<Circumstance>> uploads =
                        Map.of(purpose, EnumSet.of(Circumstance.MIXED_MODE, Circumstance.SSO, use));
                assertThat(Stream.of(Moment.AFTER, Moment.OTHERS)
                                .flatMap(moment ->
                                        Procedure.instructions(moment, Optional.of(Release.parse(release)), uploads)
                                                .stream()))
                        .allSatisfy(
                                instruction -> assertThat(instruction.mark()).isEqualTo(mark(text(instruction))));
            }
        }
    }

    private static Mark mark(String text) {
        if (text.contains("estart") && text.contains("`Cisco CallManager`")) {
            return Mark.DROPS_CALLS;
        }
        if (text.startsWith("Update the CTL file")) {
            return Mark.AFFECTS_ALL_PHONES;
        }
        if (text.contains("eset all phones: go to")) {
            return Mark.CANNOT_BE_UNDONE;
        }
        if (text.contains("wait until 30 minutes")) {
            return Mark.WAIT_30_MINUTES_MEANWHILE;
        }
        return text.contains("Wait until each node") ? Mark.WAIT : Mark.NONE;
    }

    /** Only CallManager, CAPF and TVS change what phones trust (document 217138). */
    @ParameterizedTest
    @EnumSource(Purpose.class)
    void onlyWhatPhonesTrustNeedsTheirListsAndTheirCount(Purpose purpose) {
        boolean phones = Set.of(Purpose.CALL_MANAGER, Purpose.CALL_MANAGER_ECDSA, Purpose.CAPF, Purpose.TVS)
                .contains(purpose);
        for (Moment moment : List.of(Moment.BEFORE, Moment.VERIFY)) {
            assertThat(texts(moment, purpose).filter(text -> text.contains("`show ctl`")))
                    .hasSize(phones ? 1 : 0);
            assertThat(texts(moment, purpose).filter(text -> text.contains("registered phones")))
                    .hasSize(phones ? 1 : 0);
        }
        assertThat(texts(Moment.BEFORE, purpose).filter(text -> text.contains("Cluster Security Mode")))
                .hasSize(phones && purpose != Purpose.TVS ? 1 : 0);
        assertThat(texts(Moment.VERIFY, purpose)).noneMatch(text -> text.contains("unlock"));
    }

    /** Only for the step that restarts a service if SIP OAuth is used. */
    @ParameterizedTest(name = "{0} of release {1}")
    @CsvSource({
        "tomcat, 12.0, 0",
        "tomcat, 12.5, 1",
        "tomcat-ECDSA, 12.5, 1",
        "tomcat, 14, 0",
        "CAPF, 12.5, 0",
        "CAPF, 14, 1"
    })
    void asksForSipOauthIfAStepDependsOnIt(String purpose, String release, int count) {
        assertThat(Stream.of(Moment.BEFORE, Moment.AFTER)
                        .map(moment -> Procedure.instructions(
                                        moment,
                                        Optional.of(Release.parse(release)),
                                        Map.of(
                                                Purpose.named(purpose).orElseThrow(),
                                                EnumSet.of(Circumstance.NOT_REUSED)))
                                .stream()
                                .filter(instruction -> text(instruction).contains("SIP OAuth is used"))
                                .count()))
                .containsOnly((long) count);
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void needsAPhoneIfAStepUsesIt(Purpose purpose) {
        assertThat(
                        texts(Moment.BEFORE, purpose)
                                .filter(
                                        text -> text.equals(
                                                "Have a registered phone of this cluster ready. You need it to check the Corporate Directory after the uploads.")))
                .hasSameSizeAs(texts(Moment.IN_USE, purpose)
                        .filter(text -> text.contains("on a phone"))
                        .toList());
    }

    /** On IM and Presence nodes, these pages have another name. */
    @Test
    void namesThePagesOfImAndPresenceNodesForDrfAndIpsec() {
        String administration = "(on an IM and Presence node: Cisco Unified IM and Presence OS Administration)";
        assertThat(texts(Moment.IN_USE, Purpose.IPSEC))
                .singleElement()
                .asString()
                .contains(administration);
        assertThat(texts(Moment.AFTER, Purpose.IPSEC).filter(text -> text.contains("DRF Local")))
                .singleElement()
                .asString()
                .contains("(on an IM and Presence node: Cisco Unified IM and Presence Serviceability)");
        assertThat(texts(Moment.IN_USE, Purpose.CAPF)).noneMatch(text -> text.contains(administration));
    }

    @Test
    void doesWhatTheScreenListsAfterBothTomcatCertificates() {
        for (Purpose purpose : Procedure.ORDER) {
            assertThat(texts(Moment.AFTER, purpose).filter(text -> text.contains("else that CUCM listed")))
                    .hasSize(purpose.rsaSibling() == Purpose.TOMCAT ? 1 : 0);
        }
    }

    private static Stream<String> texts(Moment moment, Purpose purpose) {
        return Procedure.instructions(
                        moment,
                        Optional.of(Release.parse("12.5")),
                        Map.of(purpose, EnumSet.of(Circumstance.MIXED_MODE, Circumstance.NOT_REUSED)))
                .stream()
                .map(ProcedureTableTest::text);
    }

    @Test
    void everyPurposeHasAnImpactAndAWayBack() {
        for (Purpose purpose : Procedure.ORDER) {
            for (String release : List.of("12.5", "14", "14SU3")) {
                Map<Purpose, Set<Circumstance>> uploads = Map.of(purpose, Set.of());
                Optional<Release> its = Optional.of(Release.parse(release));
                assertThat(Procedure.instructions(Moment.IMPACT, its, uploads)).isNotEmpty();
                assertThat(Procedure.instructions(Moment.WAY_BACK, its, uploads))
                        .extracting(ProcedureTableTest::text)
                        .anyMatch(text -> text.startsWith("You cannot upload the former certificate again"))
                        .anyMatch(text -> text.startsWith("Regenerate a self-signed certificate"))
                        .anyMatch(text -> text.startsWith("The last resort is to restore the backup"));
            }
        }
    }

    @Test
    void everyInstructionHasASource() {
        assertThat(Stream.of(Moment.values())
                        .flatMap(moment -> Stream.of("12.5", "14", "14SU3")
                                .flatMap(release -> Procedure.instructions(
                                        moment,
                                        Optional.of(Release.parse(release)),
                                        Map.of(Purpose.CALL_MANAGER, Set.of(Circumstance.values())))
                                        .stream())))
                .isNotEmpty()
                .allSatisfy(instruction -> assertThat(instruction.sources()).isNotEmpty());
    }

    /** The text with code in backquotes. */
    private static String text(Instruction instruction) {
        return Markdown.of(Language.ENGLISH.in(instruction.whole()));
    }

    private static int indexOf(String part, List<String> texts) {
        for (int index = 0; index < texts.size(); index++) {
            if (texts.get(index).contains(part)) {
                return index;
            }
        }
        return -1;
    }

    private static Stream<Instruction> after(String purpose, String release, Circumstance mode) {
        Set<Circumstance> circumstances = EnumSet.of(mode, Circumstance.NOT_REUSED, Circumstance.SSO);
        if (release == null) {
            circumstances.add(Circumstance.RELEASE_UNKNOWN);
        }
        return Procedure.instructions(
                Moment.AFTER,
                Optional.ofNullable(release).map(Release::parse),
                Map.of(Purpose.named(purpose).orElse(Purpose.UNKNOWN), circumstances))
                .stream();
    }

    private static String service(Instruction instruction) {
        String code = CODE.matcher(text(instruction))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        return code.replaceAll("`|utils service restart |utils | restart|Cisco ", "")
                .replace("Trust Verification Service", "TVS")
                .replace("Certificate Authority Proxy Function", "CAPF")
                .replace("Intercluster Lookup Service", "ILS")
                .replace("Location Bandwidth Manager", "LBM");
    }
}
