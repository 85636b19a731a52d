package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Document.ADMINISTRATION_GUIDE;
import static io.github.cucmcerts.cucm.Document.DISASTER_RECOVERY;
import static io.github.cucmcerts.cucm.Document.FIPS_MODE;
import static io.github.cucmcerts.cucm.Document.RENEWAL;
import static io.github.cucmcerts.cucm.Document.SECURITY_GUIDE;
import static io.github.cucmcerts.cucm.Document.SELF_SIGNED;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE;
import static io.github.cucmcerts.cucm.Document.THIS_PLUGIN;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CAPF;
import static io.github.cucmcerts.cucm.Purpose.CUP;
import static io.github.cucmcerts.cucm.Purpose.CUP_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_S2S;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_S2S_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.IPSEC;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.TVS;
import static io.github.cucmcerts.plan.procedure.Circumstance.COMMON_CRITERIA;
import static io.github.cucmcerts.plan.procedure.Circumstance.FIRST_WINDOW;
import static io.github.cucmcerts.plan.procedure.Circumstance.MIXED_MODE;
import static io.github.cucmcerts.plan.procedure.Circumstance.NON_SECURE;
import static io.github.cucmcerts.plan.procedure.Circumstance.NO_SSO;
import static io.github.cucmcerts.plan.procedure.Circumstance.SSO;
import static io.github.cucmcerts.plan.procedure.Service.OS_ADMINISTRATION;
import static io.github.cucmcerts.plan.procedure.Where.ALL_NODES;
import static io.github.cucmcerts.plan.procedure.Where.CALL_MANAGER_NODES;

import java.util.List;

/** What to do before the first upload. */
final class Preparations {
    private static final String SECURITY_MODE =
            "Cisco Unified CM Administration > System > Enterprise Parameters > Cluster Security Mode";
    private static final String SAVE_CERTIFICATES = "On each node, go to " + OS_ADMINISTRATION
            + " > Security > Certificate Management. Open and download each certificate that you will change, and each certificate in its trust store.";

    private static final String SIP_OAUTH =
            "Find out whether SIP OAuth is used: it is if Enable OAuth Authentication is checked in a profile under Cisco Unified CM Administration > System > Security > Phone Security Profile.";

    static final List<Instruction> ALL = List.of(
            before(
                            "check-sign-in",
                            "Check that you can sign in to every node: to the command line (SSH), Cisco Unified OS Administration, Cisco Unified CM Administration, and Cisco Unified Serviceability (on an IM and Presence node: Cisco Unified IM and Presence OS Administration, Cisco Unified CM IM and Presence Administration, and Cisco Unified IM and Presence Serviceability). If SAML single sign-on is on, also test the link Recovery URL to bypass Single Sign-On (SSO). Have the files of this runbook ready.")
                    .source(THIS_PLUGIN, ""),
            before(
                            "phone-ready",
                            "Have a registered phone of this cluster ready. You need it to check the Corporate Directory after the uploads.")
                    .of(TOMCAT, CALL_MANAGER, CALL_MANAGER_ECDSA, TVS)
                    .source(THIS_PLUGIN, ""),
            before("sip-oauth", SIP_OAUTH)
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .from("12.5")
                    .before("14")
                    .source(THIS_PLUGIN, ""),
            before("sip-oauth", SIP_OAUTH).of(CAPF).from("14").source(THIS_PLUGIN, ""),
            before(
                            "look-at-expiry",
                            "Look at what expires: on each node, go to " + OS_ADMINISTRATION
                                    + " > Security > Certificate Management > Find. Not every certificate needs a change. If this runbook changes certificates that you do not need to change now, set the parameter `purposes` to the purposes that you want to change, and run `plan` again.")
                    .when(FIRST_WINDOW)
                    .on(ALL_NODES)
                    .source(TECH_NOTE, "For every certificate"),
            before(
                            "nodes-exchanged-tomcat",
                            "Make sure that the nodes have exchanged their tomcat and tomcat-ECDSA certificates. From release 14SU2 on, a backup needs this. To exchange them, upload the certificates of each node as `tomcat-trust` on the other nodes.")
                    .from("14SU2")
                    .on(ALL_NODES)
                    .source(DISASTER_RECOVERY, ""),
            before(
                            "backup",
                            "In Disaster Recovery System, take a backup of the cluster. Check that it succeeded and that no other backup is running. There is no undo: an upload overwrites, and a deletion is final. To go back, you need this backup or a newly generated self-signed certificate.")
                    .source(ADMINISTRATION_GUIDE, ""),
            before(
                            "no-backup-running",
                            "Check that no backup job and no restore job is running, and that none will start during the change window.")
                    .of(IPSEC)
                    .source(TECH_NOTE, "ipsec"),
            before(
                            "save-certificates-in-session",
                            SAVE_CERTIFICATES
                                    + " Or save a command line session: run `show cert list own`, `show cert list trust`, and `show csr list own`, then `show cert own`, `show cert trust`, or `show csr own` with the name of each certificate and CSR that you need.")
                    .before("14")
                    .source(ADMINISTRATION_GUIDE, ""),
            before("save-certificates-with-snapshot", SAVE_CERTIFICATES + " Or save them all with the goal `snapshot`.")
                    .from("14")
                    .source(ADMINISTRATION_GUIDE, ""),
            before(
                            "ocsp",
                            "On each node, go to " + OS_ADMINISTRATION
                                    + " > Security > Certificate Revocation. If OCSP is enabled, CUCM checks the certificate at every upload: check that the node can reach the OCSP responder, and that tomcat-trust contains the responder's certificate.")
                    .source(SECURITY_GUIDE, "")
                    .source(ADMINISTRATION_GUIDE, ""),
            before(
                            "common-criteria-names",
                            "Common Criteria mode checks host names strictly. Check that each node is configured with its full name (FQDN), and that its new certificate contains this name.")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(COMMON_CRITERIA)
                    .on(ALL_NODES)
                    .source(FIPS_MODE, ""),
            before(
                            "count-phones",
                            "Go to Real-Time Monitoring Tool > Voice/Video. Check that every phone is on and registered. Write down the number of registered phones on each node, and which phones are off or not registered.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .on(CALL_MANAGER_NODES)
                    .each("phones", "{node}: {number} phones registered")
                    .source(SELF_SIGNED, "Monitor Endpoints with RTMT"),
            before(
                            "check-mixed-mode",
                            "Go to " + SECURITY_MODE
                                    + ". Check that it shows 1 (mixed mode), as configured here. If it shows 0, stop. Set the parameter `mixedMode` to false and run `plan` again.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF)
                    .when(MIXED_MODE)
                    .source(TECH_NOTE, "CallManager"),
            before(
                            "check-not-mixed-mode",
                            "Go to " + SECURITY_MODE
                                    + ". Check that it shows 0 (not in mixed mode), as configured here. If it shows 1, stop. Set the parameter `mixedMode` to true and run `plan` again, because this runbook does not update the CTL file.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF)
                    .when(NON_SECURE)
                    .source(TECH_NOTE, "CallManager"),
            before(
                            "notify-others",
                            "Notify everyone listed under \"Others affected\" about this change window. Make sure that they have our CA certificates where they need them. Without them, systems that check our certificates fail.")
                    .of(
                            TOMCAT,
                            TOMCAT_ECDSA,
                            CALL_MANAGER,
                            CALL_MANAGER_ECDSA,
                            IPSEC,
                            CAPF,
                            CUP,
                            CUP_ECDSA,
                            CUP_XMPP_S2S,
                            CUP_XMPP_S2S_ECDSA)
                    .source(THIS_PLUGIN, ""),
            before("save-ctl-and-itl", "On the publisher, run `show ctl` and `show itl`. Save the output.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .source(RENEWAL, "Scenario 4.2"),
            before(
                            "check-sso-off",
                            "Go to Cisco Unified CM Administration > System > SAML Single Sign-On. Check that SAML single sign-on is off, as configured here. If it is on, stop. Set the parameter `sso` to true and run `plan` again.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .when(NO_SSO)
                    .source(TECH_NOTE, "tomcat"),
            Instruction.at(
                            Moment.LAST_BEFORE,
                            "sso-off",
                            "Make sure that someone with access to the identity provider is available: you need this person to turn single sign-on on again after the uploads. Then turn SAML single sign-on off: go to Cisco Unified CM Administration > System > SAML Single Sign-On > Disable SAML SSO. If single sign-on is per node, do this on every node.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .when(SSO)
                    .source(TECH_NOTE, "tomcat")
                    .source(RENEWAL, "Scenario 2"));

    private Preparations() {}

    private static Instruction before(String id, String text) {
        return Instruction.at(Moment.BEFORE, id, text);
    }
}
