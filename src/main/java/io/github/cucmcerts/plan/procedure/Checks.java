package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Document.ADMINISTRATION_GUIDE;
import static io.github.cucmcerts.cucm.Document.CHANGE_NOTIFICATION;
import static io.github.cucmcerts.cucm.Document.DISASTER_RECOVERY;
import static io.github.cucmcerts.cucm.Document.MULTI_SERVER_SETUP;
import static io.github.cucmcerts.cucm.Document.PRESENCE_GUIDE;
import static io.github.cucmcerts.cucm.Document.RENEWAL;
import static io.github.cucmcerts.cucm.Document.REUSE;
import static io.github.cucmcerts.cucm.Document.SECURITY_GUIDE;
import static io.github.cucmcerts.cucm.Document.SELF_SIGNED;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE;
import static io.github.cucmcerts.cucm.Document.THIS_PLUGIN;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CAPF;
import static io.github.cucmcerts.cucm.Purpose.CUP;
import static io.github.cucmcerts.cucm.Purpose.CUP_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_S2S;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_S2S_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.IPSEC;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.TVS;
import static io.github.cucmcerts.plan.procedure.Circumstance.LAST_OF_SIBLINGS;
import static io.github.cucmcerts.plan.procedure.Circumstance.NOT_REUSED;
import static io.github.cucmcerts.plan.procedure.Circumstance.REUSED;
import static io.github.cucmcerts.plan.procedure.Circumstance.SSO;
import static io.github.cucmcerts.plan.procedure.Service.OS_ADMINISTRATION;
import static io.github.cucmcerts.plan.procedure.Where.ALL_NODES;
import static io.github.cucmcerts.plan.procedure.Where.CALL_MANAGER_NODES;
import static io.github.cucmcerts.plan.procedure.Where.CHANGED;
import static io.github.cucmcerts.plan.procedure.Where.PUBLISHER;

import io.github.cucmcerts.text.Words;
import java.util.List;

/** How to see that the nodes use a new certificate, and that everything works. */
final class Checks {
    private static final String THE_NEW_ONE = "{node}: serial {serial}, valid {valid}, SHA-256 {sha256}";

    static final List<Instruction> ALL = List.of(
            inUse(
                            "tomcat-in-use",
                            "Open the node's page. Click the lock in the browser's address bar, and check that the certificate is the new one. If it is the former one, restart `Cisco Tomcat` on that node again.")
                    .of(TOMCAT)
                    .on(CHANGED)
                    .each("new-certificate", THE_NEW_ONE)
                    .source(TECH_NOTE, "tomcat"),
            inUse(
                            "tomcat-ecdsa-in-use",
                            "Go to Cisco Unified OS Administration > Security > Certificate Management"
                                    + " > Find. Check that it shows the new certificate as the node's own. A browser shows only the tomcat certificate, which has an RSA key. If EC ciphers are on, `openssl s_client -tls1_2 -cipher aECDSA -connect` with the node's name and `:8443` shows what Tomcat serves. If it is the former certificate, restart `Cisco Tomcat` on that node again.")
                    .of(TOMCAT_ECDSA)
                    .on(CHANGED)
                    .each("new-certificate", THE_NEW_ONE)
                    .source(TECH_NOTE, "For every certificate")
                    .source(THIS_PLUGIN, ""),
            inUse(
                            "sso-on",
                            "Go to Cisco Unified CM Administration > System > SAML Single Sign-On. Export the SP metadata, import it into the identity provider, turn SAML SSO on again, and run its test.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .when(SSO, LAST_OF_SIBLINGS)
                    .source(TECH_NOTE, "tomcat")
                    .source(RENEWAL, "Scenario 2"),
            inUse(
                            "reuse-in-use",
                            "On the publisher, run `show cert list own`. Check that CallManager uses the Tomcat certificate.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(REUSED)
                    .on(PUBLISHER)
                    .source(REUSE, "Verify"),
            inUse(
                            "ipsec-in-use",
                            "Go to " + OS_ADMINISTRATION
                                    + " > Security > Certificate Management > Find. Check that it shows the new certificate as the node's own.")
                    .of(IPSEC)
                    .on(CHANGED)
                    .each("new-certificate", THE_NEW_ONE)
                    .source(TECH_NOTE, "For every certificate"),
            inUse(
                            "in-use",
                            "Go to Cisco Unified OS Administration > Security > Certificate Management > Find. Check that it shows the new certificate as the node's own.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .when(NOT_REUSED)
                    .on(CHANGED)
                    .each("new-certificate", THE_NEW_ONE)
                    .source(TECH_NOTE, "For every certificate"),
            inUse(
                            "in-use-on-presence",
                            "Go to Cisco Unified IM and Presence OS Administration > Security > Certificate Management. Check that it shows the new certificate as the node's own.")
                    .of(CUP, CUP_ECDSA, CUP_XMPP, CUP_XMPP_ECDSA, CUP_XMPP_S2S, CUP_XMPP_S2S_ECDSA)
                    .on(CHANGED)
                    .each("new-certificate", THE_NEW_ONE)
                    .source(PRESENCE_GUIDE, ""),
            inUse(
                            "corporate-directory",
                            "Open the Corporate Directory on a phone. If it opens, the phone trusts TVS. If it does not open, do not begin another purpose: see \"The way back\".")
                    .of(TOMCAT, CALL_MANAGER, CALL_MANAGER_ECDSA, TVS)
                    .source(MULTI_SERVER_SETUP, "Verify"),
            inUse(
                            "wait-for-other-nodes",
                            "Wait until 30 minutes have passed since the upload. By then, the other nodes also know the new certificate. AXL and SQL can show it before the services use it.")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(NOT_REUSED)
                    .mark(Mark.WAIT_30_MINUTES)
                    .source(CHANGE_NOTIFICATION, ""),
            replicated("tomcat-trust").of(TOMCAT, TOMCAT_ECDSA),
            replicated("CallManager-trust").of(CALL_MANAGER, CALL_MANAGER_ECDSA),
            nextWindow(
                            "phones-after-callmanager",
                            "Check that all phones have registered again after the CallManager change.")
                    .source(TECH_NOTE, "CallManager and TVS"),
            nextWindow(
                            "check-tvs-again",
                            "Check TVS again for this change window: run the goal `check` with `purposes` set to TVS and with the `changeWindow` of this window. If it reports an error, stop.")
                    .source(THIS_PLUGIN, ""),
            verify(
                            "check-served",
                            "Run {checkServed}. It compares what each node serves with the certificates in the directory. Keep its report with this runbook.")
                    .of(
                            TOMCAT,
                            TOMCAT_ECDSA,
                            CALL_MANAGER,
                            CALL_MANAGER_ECDSA,
                            CAPF,
                            TVS,
                            CUP,
                            CUP_ECDSA,
                            CUP_XMPP,
                            CUP_XMPP_ECDSA,
                            CUP_XMPP_S2S,
                            CUP_XMPP_S2S_ECDSA)
                    .source(THIS_PLUGIN, ""),
            verify(
                            "compare-ctl-and-itl",
                            "On the publisher, run `show ctl` and `show itl`. Compare the output with the saved output. Check that only the serials of new CallManager, CAPF, and TVS certificates differ (TVS only in the ITL).")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .source(RENEWAL, "Scenario 4.2"),
            verify(
                            "compare-phones",
                            "Go to Real-Time Monitoring Tool > Voice/Video. Check that each node has as many registered phones as before.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .on(CALL_MANAGER_NODES)
                    .each("phones-as-before", "{node}: {number} phones registered, as before")
                    .source(SELF_SIGNED, "Monitor Endpoints with RTMT"),
            verify(
                            "nodes-exchange-tomcat",
                            "Make sure that the nodes have exchanged their new tomcat and tomcat-ECDSA certificates. From release 14SU2 on, a backup needs this. To exchange them, upload the new certificates of each node as `tomcat-trust` on the other nodes.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .from("14SU2")
                    .on(ALL_NODES)
                    .source(DISASTER_RECOVERY, ""),
            verify("new-backup", "Take a new backup. The old backup contains the former certificates.")
                    .source(ADMINISTRATION_GUIDE, "")
                    .source(SECURITY_GUIDE, "Regenerate a Certificate"));

    private Checks() {}

    private static Instruction inUse(String id, String text) {
        return Instruction.at(Moment.IN_USE, id, text);
    }

    private static Instruction replicated(String store) {
        return Instruction.at(
                        Moment.REPLICATED,
                        "replicated",
                        "Wait until {store} on each of these nodes contains the root and the intermediates. Without them, the node rejects its certificate. The replication can need up to 30 minutes. If a node still does not have them, upload them on this node. The Administration Guide says that this store replicates to all nodes, but in another place it says to upload CA certificates on each node.",
                        "store",
                        Words.code(store))
                .on(CHANGED)
                .mark(Mark.WAIT_30_MINUTES)
                .source(ADMINISTRATION_GUIDE, "")
                .source(CHANGE_NOTIFICATION, "");
    }

    private static Instruction nextWindow(String id, String text) {
        return Instruction.at(Moment.NEXT_WINDOW, id, text);
    }

    private static Instruction verify(String id, String text) {
        return Instruction.at(Moment.VERIFY, id, text);
    }
}
