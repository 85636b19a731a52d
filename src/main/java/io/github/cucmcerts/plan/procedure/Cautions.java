package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Document.ADMINISTRATION_GUIDE;
import static io.github.cucmcerts.cucm.Document.AD_CS;
import static io.github.cucmcerts.cucm.Document.CALL_MANAGER_AND_TVS;
import static io.github.cucmcerts.cucm.Document.MULTI_SERVER_SETUP;
import static io.github.cucmcerts.cucm.Document.REMOTE_ACCESS;
import static io.github.cucmcerts.cucm.Document.RENEWAL;
import static io.github.cucmcerts.cucm.Document.SECURITY_GUIDE;
import static io.github.cucmcerts.cucm.Document.SECURITY_GUIDE_12;
import static io.github.cucmcerts.cucm.Document.SELF_SIGNED;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE_2025;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CAPF;
import static io.github.cucmcerts.cucm.Purpose.IPSEC;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.TVS;
import static io.github.cucmcerts.plan.procedure.Circumstance.DELETION;
import static io.github.cucmcerts.plan.procedure.Circumstance.MULTI_SERVER;
import static io.github.cucmcerts.plan.procedure.Circumstance.NOT_REUSED;
import static io.github.cucmcerts.plan.procedure.Circumstance.RELEASE_UNKNOWN;
import static io.github.cucmcerts.plan.procedure.Circumstance.SEVERAL_IN_DISPUTED_ORDER;

import java.util.List;

/** What is to be known before anything is done; where documents differ, what each of them says. */
final class Cautions {
    private static final String RESET_BY_THEMSELVES =
            "From release 14 on phones may reset by themselves as soon as a certificate of CallManager, CAPF or TVS changes: enterprise parameter Phone Interaction on Certificate Update, automatic by default";
    private static final String NOT_BY_COMMAND =
            "From 14SU2 on certificates for several nodes can't be uploaded on the command line; use the page";

    static final List<Instruction> ALL = List.of(
            caution(
                            "No release is configured: what is restarted here is what document 217138 has for 10.x to 12.x. 12.5 adds TFTP after Tomcat's certificate, and from release 14 on all is different: set the parameter `release` and write this plan again")
                    .when(RELEASE_UNKNOWN)
                    .source(TECH_NOTE, "")
                    .source(SECURITY_GUIDE_12, "")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            caution(
                            "CallManager and TVS never change together: phones that trust neither any more have their ITL deleted by hand, each one. TVS gets a window of its own, once all phones are back after CallManager. The documents differ: "
                                    + CALL_MANAGER_AND_TVS)
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, TVS)
                    .source(TECH_NOTE, "CallManager and TVS")
                    .source(SELF_SIGNED, "CallManager Certificate")
                    .source(RENEWAL, "Scenario 1"),
            caution(
                            "The order of the certificate types here is that of document 217138 for 10.x to 12.x: tomcat, CallManager, ipsec, CAPF, TVS. Its edition of 2025 for 14.x and 15.x, and document 214231, go tomcat, ipsec, CAPF, CallManager, TVS; the Security Guides change CallManager's last, TVS's before it. All agree to wait for the phones in between")
                    .when(SEVERAL_IN_DISPUTED_ORDER)
                    .source(TECH_NOTE, "")
                    .source(TECH_NOTE_2025, "")
                    .source(SELF_SIGNED, "Certificate Regeneration Process")
                    .source(SECURITY_GUIDE_12, "Regenerate CallManager Certificate")
                    .source(SECURITY_GUIDE, "Regenerate CallManager Certificate"),
            caution(
                            "CAPF's certificate is used on the publisher alone. A subscriber's need not be CA-signed: regenerate it as a self-signed one if its alarm disturbs")
                    .of(CAPF)
                    .before("14")
                    .source(TECH_NOTE, "CAPF"),
            caution("From release 14 on CAPF's certificate is on the publisher alone")
                    .of(CAPF)
                    .from("14")
                    .source(TECH_NOTE_2025, "CAPF Certificate")
                    .source(SELF_SIGNED, "CAPF Certificate"),
            caution(
                            "A phone that is off, or not registered, during the change needs its ITL deleted by hand afterwards")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .source(SELF_SIGNED, "Certificate Regeneration Process"),
            caution(RESET_BY_THEMSELVES)
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .when(RELEASE_UNKNOWN)
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            caution(RESET_BY_THEMSELVES)
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            caution(
                            "The documents differ on what is restarted after Tomcat's certificate. This plan follows the Security Guide 14. Document 217138 of 2025 restarts Tomcat alone; document 214231, for release 15, Tomcat and, where single sign-on or OAuth is used, SSOSP Tomcat. CUCM's newer message after the upload of tomcat (document 225476) lists Tomcat, UDS Tomcat, AXL Tomcat, DRF Master and DRF Local, though the Security Guide has no DRF restart there from 14SU2 on: do what the screen lists")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .from("14")
                    .source(REMOTE_ACCESS, "")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions")
                    .source(TECH_NOTE_2025, "Tomcat Certificate")
                    .source(SELF_SIGNED, "Tomcat Certificate"),
            caution(
                            "The documents differ on what is restarted after CallManager's certificate. This plan follows the Security Guide 14. Document 217138 of 2025 restarts Trust Verification Service, TFTP, CallManager and CTIManager; document 214231, for release 15, CallManager, CTIManager, Trust Verification Service, TFTP and HAProxy")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .from("14")
                    .when(NOT_REUSED)
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions")
                    .source(TECH_NOTE_2025, "CallManager Certificate")
                    .source(SELF_SIGNED, "CallManager Certificate"),
            caution(
                            "Below release 14 the Disaster Recovery Framework (DRF) uses the ipsec certificate, so it is restarted. From 14 on it uses Tomcat's: then `utils ipsec restart` takes the place of these restarts")
                    .of(IPSEC)
                    .before("14")
                    .source(TECH_NOTE, "ipsec")
                    .source(AD_CS, "")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            caution(
                            "From release 14 on the Disaster Recovery Framework (DRF) uses Tomcat's certificate: after the ipsec certificate it is not restarted, `utils ipsec restart` is enough. Document 217138 of 2025 still restarts DRF Master and DRF Local; document 214231, for release 15, these and Tomcat")
                    .of(IPSEC)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions")
                    .source(AD_CS, "")
                    .source(TECH_NOTE_2025, "IPSec Certificate")
                    .source(SELF_SIGNED, "IPSEC Certificate"),
            caution(
                            "The documents differ on what is restarted after CAPF's certificate. This plan follows the Security Guide 14. Document 217138 of 2025 and document 214231 restart Trust Verification Service, TFTP and CAPF")
                    .of(CAPF)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions")
                    .source(TECH_NOTE_2025, "CAPF Certificate")
                    .source(SELF_SIGNED, "CAPF Certificate"),
            caution(
                            "The documents differ on what is restarted after TVS's certificate. This plan follows the Security Guide 14 and restarts nothing. Document 217138 of 2025 and document 214231 restart TFTP and Trust Verification Service")
                    .of(TVS)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions")
                    .source(TECH_NOTE_2025, "TVS Certificate")
                    .source(SELF_SIGNED, "TVS Certificate"),
            caution(
                            "Document 217138 names tomcat-trust where it uploads the intermediate for ipsec. The store is ipsec-trust")
                    .of(IPSEC)
                    .source(TECH_NOTE, "ipsec"),
            caution(
                            "The documents differ on copies: the Administration Guide says that tomcat-trust and CallManager-trust replicate to all nodes, and elsewhere to upload CA certificates on each node. Here they go up once; look for them on each node, and upload them where they are not")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(ADMINISTRATION_GUIDE, ""),
            caution(
                            "The documents differ on deletions: from tomcat-trust, CallManager-trust and CAPF-trust they apply to all nodes, says the Security Guide; each node has to be done, says document 214231. Look on each node. A deletion can't be undone")
                    .when(DELETION)
                    .source(SECURITY_GUIDE, "")
                    .source(SELF_SIGNED, "Delete Expired Trust Certificates")
                    .source(ADMINISTRATION_GUIDE, ""),
            caution(NOT_BY_COMMAND)
                    .when(MULTI_SERVER, RELEASE_UNKNOWN)
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            caution(NOT_BY_COMMAND)
                    .from("14SU2")
                    .when(MULTI_SERVER)
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            caution(
                            "Known bugs with one CallManager certificate for several nodes: CSCup28852 (phones reset every 7 minutes) and CSCur97909 (the self-signed certificate stays in the database)")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(MULTI_SERVER)
                    .source(MULTI_SERVER_SETUP, ""),
            caution(
                            "The Security Guide 14 contradicts itself on a TVS certificate for several nodes: its table of CSRs knows none, its section Simplified Certificate Management does")
                    .of(TVS)
                    .when(MULTI_SERVER)
                    .source(SECURITY_GUIDE, "Simplified Certificate Management"));

    private Cautions() {}

    private static Instruction caution(String text) {
        return Instruction.at(Moment.CAUTION, text);
    }
}
