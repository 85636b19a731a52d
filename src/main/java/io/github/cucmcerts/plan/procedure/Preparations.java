package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Document.ADMINISTRATION_GUIDE;
import static io.github.cucmcerts.cucm.Document.RENEWAL;
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
import static io.github.cucmcerts.plan.procedure.Circumstance.MIXED_MODE;
import static io.github.cucmcerts.plan.procedure.Circumstance.NON_SECURE;
import static io.github.cucmcerts.plan.procedure.Circumstance.NO_SSO;
import static io.github.cucmcerts.plan.procedure.Circumstance.SSO;
import static io.github.cucmcerts.plan.procedure.Where.CALL_MANAGER_NODES;

import java.util.List;

/** What must hold before the first upload. */
final class Preparations {
    private static final String SECURITY_MODE =
            "Cisco Unified CM Administration > System > Enterprise Parameters > Cluster Security Mode";

    static final List<Instruction> ALL = List.of(
            before(
                            "A backup of the cluster is done, you have seen that it can be read, and none is running. There is no undo: an upload overwrites, a deletion is final. The way back is this backup, or a self-signed certificate generated anew")
                    .source(ADMINISTRATION_GUIDE, ""),
            before("No backup job and no restore job runs, and none will start during the window")
                    .of(IPSEC)
                    .source(TECH_NOTE, "ipsec"),
            before(
                            "Download what is deployed, certificates and trust stores, from each node: Cisco Unified OS Administration (on an IM and Presence node: Cisco Unified IM and Presence OS Administration) > Security > Certificate Management")
                    .source(ADMINISTRATION_GUIDE, ""),
            before(
                            "Every phone is powered on and registered. Write down the count of each node: Real-Time Monitoring Tool > Voice/Video")
                    .on(CALL_MANAGER_NODES)
                    .each("{node}: ………… phones registered")
                    .source(SELF_SIGNED, "Monitor Endpoints with RTMT"),
            before("The cluster is in mixed mode, as configured here (1): " + SECURITY_MODE
                            + ". If it shows 0, stop: set the parameter `mixedMode` to false and write this plan again")
                    .when(MIXED_MODE)
                    .source(TECH_NOTE, "CallManager"),
            before(
                            "The cluster is not in mixed mode, as configured here (0): " + SECURITY_MODE
                                    + ". If it shows 1, stop: set the parameter `mixedMode` and write this plan again, for it lacks the updates of the CTL file")
                    .when(NON_SECURE)
                    .source(TECH_NOTE, "CallManager"),
            before(
                            "Those named under Whom else it concerns know of this window, and have our CA certificates where they need them: what checks our certificates fails without")
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
            before("Keep what `show ctl` and `show itl` print on the publisher").source(RENEWAL, "Scenario 4.2"),
            before(
                            "Turn SAML single sign-on off: Cisco Unified CM Administration > System > SAML Single Sign-On > Disable SAML SSO; on every node, if single sign-on is per node")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .when(SSO)
                    .source(TECH_NOTE, "tomcat")
                    .source(RENEWAL, "Scenario 2"),
            before(
                            "SAML single sign-on is off, as configured here: Cisco Unified CM Administration > System > SAML Single Sign-On. If it is on, stop: set the parameter `sso` and write this plan again")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .when(NO_SSO)
                    .source(TECH_NOTE, "tomcat"));

    private Preparations() {}

    private static Instruction before(String text) {
        return Instruction.at(Moment.BEFORE, text);
    }
}
