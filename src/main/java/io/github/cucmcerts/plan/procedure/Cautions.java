package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Document.ADMINISTRATION_GUIDE;
import static io.github.cucmcerts.cucm.Document.AD_CS;
import static io.github.cucmcerts.cucm.Document.CALL_MANAGER_AND_TVS;
import static io.github.cucmcerts.cucm.Document.FIPS_MODE;
import static io.github.cucmcerts.cucm.Document.MULTI_SERVER_SETUP;
import static io.github.cucmcerts.cucm.Document.REMOTE_ACCESS;
import static io.github.cucmcerts.cucm.Document.RENEWAL;
import static io.github.cucmcerts.cucm.Document.SECURITY_GUIDE;
import static io.github.cucmcerts.cucm.Document.SECURITY_GUIDE_12;
import static io.github.cucmcerts.cucm.Document.SELF_SIGNED;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE_2025;
import static io.github.cucmcerts.cucm.Document.THIS_PLUGIN;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CAPF;
import static io.github.cucmcerts.cucm.Purpose.IPSEC;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.TVS;
import static io.github.cucmcerts.plan.procedure.Circumstance.COMMON_CRITERIA;
import static io.github.cucmcerts.plan.procedure.Circumstance.DELETION;
import static io.github.cucmcerts.plan.procedure.Circumstance.FIPS;
import static io.github.cucmcerts.plan.procedure.Circumstance.MULTI_SERVER;
import static io.github.cucmcerts.plan.procedure.Circumstance.NOT_REUSED;
import static io.github.cucmcerts.plan.procedure.Circumstance.RELEASE_UNKNOWN;
import static io.github.cucmcerts.plan.procedure.Circumstance.SEVERAL_IN_DISPUTED_ORDER;
import static io.github.cucmcerts.plan.procedure.Circumstance.SSO;

import java.util.List;

/** What to know where it applies, and what each document says if the documents differ. */
final class Cautions {
    private static final String RESET_BY_THEMSELVES =
            "From release 14 on, phones can reset by themselves as soon as a CallManager, CAPF, or TVS certificate changes. The enterprise parameter Phone Interaction on Certificate Update controls this. It is automatic by default.";
    private static final String NOT_BY_COMMAND =
            "From 14SU2 on, you cannot upload multi-server certificates on the command line. Upload them in Cisco Unified OS Administration instead.";

    static final List<Instruction> ALL = List.of(
            caution(
                            "where-to-stop",
                            "You can stop when the last step of a purpose is done, and continue in another change window. Do not stop in the middle of a purpose, and do not begin one that you do not have enough time for.")
                    .source(THIS_PLUGIN, ""),
            caution("sso-on-before-stop", "If you turned SAML single sign-on off, turn it on again before you stop.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .when(SSO)
                    .source(THIS_PLUGIN, ""),
            caution(
                            "no-release",
                            "No release is configured. This runbook has the restarts of document 217138 for 10.x to 12.x. Release 12.5 adds a TFTP restart after the Tomcat certificate, and from release 14 on all restarts are different. Set the parameter `release` and run `plan` again.")
                    .when(RELEASE_UNKNOWN)
                    .source(TECH_NOTE, "")
                    .source(SECURITY_GUIDE_12, "")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            impact(
                            "callmanager-with-tvs",
                            "Never change CallManager and TVS together. On phones that trust neither certificate, the ITL must be deleted by hand, one phone at a time. Change TVS in its own change window, after all phones have registered again after the CallManager change. The documents differ: "
                                    + CALL_MANAGER_AND_TVS + ".")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, TVS)
                    .source(TECH_NOTE, "CallManager and TVS")
                    .source(SELF_SIGNED, "CallManager Certificate")
                    .source(RENEWAL, "Scenario 1"),
            caution(
                            "disputed-order",
                            "The documents differ on the order of the purposes. This runbook follows document 217138 for 10.x to 12.x: tomcat, CallManager, ipsec, CAPF, TVS. Its 2025 edition for 14.x and 15.x, and document 214231, use the order tomcat, ipsec, CAPF, CallManager, TVS. The Security Guides change CallManager last, and TVS before it. All documents say to wait for the phones before the next purpose.")
                    .when(SEVERAL_IN_DISPUTED_ORDER)
                    .source(TECH_NOTE, "")
                    .source(TECH_NOTE_2025, "")
                    .source(SELF_SIGNED, "Certificate Regeneration Process")
                    .source(SECURITY_GUIDE_12, "Regenerate CallManager Certificate")
                    .source(SECURITY_GUIDE, "Regenerate CallManager Certificate"),
            impact(
                            "capf-of-subscribers",
                            "CUCM uses only the publisher's CAPF certificate. A subscriber's CAPF certificate does not need to be CA-signed. If the expiration alarm for that certificate is a problem, regenerate the certificate as self-signed.")
                    .of(CAPF)
                    .before("14")
                    .source(TECH_NOTE, "CAPF"),
            impact("capf-of-publisher", "From release 14 on, only the publisher has a CAPF certificate.")
                    .of(CAPF)
                    .from("14")
                    .source(TECH_NOTE_2025, "CAPF Certificate")
                    .source(SELF_SIGNED, "CAPF Certificate"),
            impact(
                            "phones-off",
                            "If a phone is off or not registered during the change, you must delete its ITL by hand later.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .source(SELF_SIGNED, "Certificate Regeneration Process"),
            upload("reset-by-themselves", RESET_BY_THEMSELVES)
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .when(RELEASE_UNKNOWN)
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            upload("reset-by-themselves", RESET_BY_THEMSELVES)
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            restart(
                            "disputed-restarts-tomcat",
                            "The documents differ on what to restart after the Tomcat certificate. This runbook follows the Security Guide 14. Document 217138 of 2025 restarts only Tomcat. Document 214231, for release 15, restarts Tomcat and, if single sign-on or OAuth is used, SSOSP Tomcat. After the tomcat upload, newer CUCM versions list Tomcat, UDS Tomcat, AXL Tomcat, DRF Master, and DRF Local (document 225476), although the Security Guide has no DRF restart there from 14SU2 on. Do what the screen lists.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .from("14")
                    .source(REMOTE_ACCESS, "")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions")
                    .source(TECH_NOTE_2025, "Tomcat Certificate")
                    .source(SELF_SIGNED, "Tomcat Certificate"),
            restart(
                            "disputed-restarts-callmanager",
                            "The documents differ on what to restart after the CallManager certificate. This runbook follows the Security Guide 14. Document 217138 of 2025 restarts Trust Verification Service, TFTP, CallManager, and CTIManager. Document 214231, for release 15, restarts CallManager, CTIManager, Trust Verification Service, TFTP, and HAProxy.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .from("14")
                    .when(NOT_REUSED)
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions")
                    .source(TECH_NOTE_2025, "CallManager Certificate")
                    .source(SELF_SIGNED, "CallManager Certificate"),
            restart(
                            "drf-below-14",
                            "Before release 14, the Disaster Recovery Framework (DRF) uses the ipsec certificate, so DRF needs a restart. From release 14 on, it uses the Tomcat certificate, and `utils ipsec restart` replaces the DRF restarts.")
                    .of(IPSEC)
                    .before("14")
                    .source(TECH_NOTE, "ipsec")
                    .source(AD_CS, "")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            restart(
                            "drf-from-14",
                            "From release 14 on, the Disaster Recovery Framework (DRF) uses the Tomcat certificate. It does not need a restart after the ipsec certificate: `utils ipsec restart` is enough. Document 217138 of 2025 still restarts DRF Master and DRF Local. Document 214231, for release 15, restarts these and Tomcat.")
                    .of(IPSEC)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions")
                    .source(AD_CS, "")
                    .source(TECH_NOTE_2025, "IPSec Certificate")
                    .source(SELF_SIGNED, "IPSEC Certificate"),
            restart(
                            "disputed-restarts-capf",
                            "The documents differ on what to restart after the CAPF certificate. This runbook follows the Security Guide 14. Document 217138 of 2025 and document 214231 restart Trust Verification Service, TFTP, and CAPF.")
                    .of(CAPF)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions")
                    .source(TECH_NOTE_2025, "CAPF Certificate")
                    .source(SELF_SIGNED, "CAPF Certificate"),
            restart(
                            "disputed-restarts-tvs",
                            "The documents differ on what to restart after the TVS certificate. This runbook follows the Security Guide 14 and restarts nothing. Document 217138 of 2025 and document 214231 restart TFTP and Trust Verification Service.")
                    .of(TVS)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions")
                    .source(TECH_NOTE_2025, "TVS Certificate")
                    .source(SELF_SIGNED, "TVS Certificate"),
            upload(
                            "ipsec-trust",
                            "Document 217138 names tomcat-trust as the store for the ipsec intermediate. The correct store is ipsec-trust.")
                    .of(IPSEC)
                    .source(TECH_NOTE, "ipsec"),
            upload(
                            "disputed-deletions",
                            "The documents differ on deletions. The Security Guide says that a deletion from tomcat-trust, CallManager-trust, or CAPF-trust applies to all nodes. Document 214231 says to delete on each node. Check each node. A deletion cannot be undone.")
                    .when(DELETION)
                    .source(SECURITY_GUIDE, "")
                    .source(SELF_SIGNED, "Delete Expired Trust Certificates")
                    .source(ADMINISTRATION_GUIDE, ""),
            caution(
                            "fips-mode",
                            "If you want to turn FIPS mode on or off, do it before this change window, not after it. CUCM then generates its CallManager, Tomcat, IPsec, TVS, CAPF, SSH, and ITLRecovery certificates again, and you must upload CA-signed certificates again.")
                    .when(FIPS)
                    .source(FIPS_MODE, ""),
            caution(
                            "common-criteria-ocsp",
                            "In Common Criteria mode with OCSP, an upload fails if the OCSP responder says that the certificate is revoked, or that it does not know the certificate.")
                    .when(COMMON_CRITERIA)
                    .source(SECURITY_GUIDE, ""),
            upload("not-by-command", NOT_BY_COMMAND)
                    .when(MULTI_SERVER, RELEASE_UNKNOWN)
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            upload("not-by-command", NOT_BY_COMMAND)
                    .from("14SU2")
                    .when(MULTI_SERVER)
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            impact(
                            "multi-server-callmanager",
                            "Multi-server CallManager certificates have known bugs: CSCup28852 (phones reset every 7 minutes) and CSCur97909 (the self-signed certificate stays in the database).")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(MULTI_SERVER)
                    .source(MULTI_SERVER_SETUP, ""),
            impact(
                            "multi-server-tvs",
                            "The Security Guide 14 contradicts itself on multi-server TVS certificates. Its table of CSRs does not list them, but its section Simplified Certificate Management does.")
                    .of(TVS)
                    .when(MULTI_SERVER)
                    .source(SECURITY_GUIDE, "Simplified Certificate Management"));

    private Cautions() {}

    private static Instruction caution(String id, String text) {
        return Instruction.at(Moment.CAUTION, id, text);
    }

    private static Instruction impact(String id, String text) {
        return Instruction.at(Moment.IMPACT, id, text);
    }

    private static Instruction upload(String id, String text) {
        return Instruction.at(Moment.UPLOAD, id, text);
    }

    private static Instruction restart(String id, String text) {
        return Instruction.at(Moment.RESTART, id, text);
    }
}
