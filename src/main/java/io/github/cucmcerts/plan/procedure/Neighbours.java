package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Document.ADMINISTRATION_GUIDE;
import static io.github.cucmcerts.cucm.Document.FIELD_NOTICE;
import static io.github.cucmcerts.cucm.Document.PRESENCE_GUIDE;
import static io.github.cucmcerts.cucm.Document.REMOTE_ACCESS;
import static io.github.cucmcerts.cucm.Document.RENEWAL;
import static io.github.cucmcerts.cucm.Document.SECURITY_GUIDE;
import static io.github.cucmcerts.cucm.Document.SELF_SIGNED;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE_2025;
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

import java.util.List;

/** Systems outside of the cluster that a new certificate affects. */
final class Neighbours {
    static final List<Instruction> ALL = List.of(
            affected(
                            "Peers of SIP trunks with TLS: Check that their CallManager-trust contains our CA certificates. Check that the X.509 subject name in their SIP trunk security profile is our common name.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(SECURITY_GUIDE, "")
                    .source(PRESENCE_GUIDE, ""),
            affected(
                            "Expressway-C: Add our CA certificates to its trusted CA certificates. Add its CA certificates (root and intermediates) to our tomcat-trust and CallManager-trust, also in non-secure mode.")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(RENEWAL, "Scenario 3")
                    .source(REMOTE_ACCESS, ""),
            affected(
                            "Extension Mobility across clusters: Go to Bulk Certificate Management. Export, consolidate, and import the certificates again.")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF)
                    .source(SECURITY_GUIDE, ""),
            affected(
                            "Unity Connection: If it and CUCM check each other's certificates, make sure that it has our CA certificates.")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""),
            affected(
                            "Unified CCX: Make sure that its tomcat-trust contains the root and the intermediate of the Tomcat certificate.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(TECH_NOTE_2025, "Tomcat Certificate")
                    .source(SELF_SIGNED, "Tomcat Certificate"),
            affected(
                            "LDAP directories: Keep their CA certificates in tomcat-trust. If they check CUCM's certificate, make sure that they have our CA certificates.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(ADMINISTRATION_GUIDE, "")
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""),
            affected(
                            "Intercluster peers of IM and Presence: Go to Presence > Inter-Clustering. Check that it shows \"Connection is secure\" for each peer. If it does not, choose Force Manual Sync with the peer's Tomcat certificates.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(PRESENCE_GUIDE, "Verify Intercluster Syncing"),
            affected(
                            "If you want to delete old self-signed certificates of intercluster peers from trust stores, wait 30 minutes for the Intercluster Sync Agent first.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .mark(Mark.WAIT_30_MINUTES)
                    .source(PRESENCE_GUIDE, "Verify Intercluster Syncing"),
            affected(
                            "Gateways and other clusters with an IPsec tunnel to these nodes: Make sure that they have our CA certificates.")
                    .of(IPSEC)
                    .source(SELF_SIGNED, "Impact by the Certificate Store")
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""),
            affected("802.1X: Add the new CAPF certificate to the authentication server.")
                    .of(CAPF)
                    .source(RENEWAL, "Scenario 4.1"),
            affected(
                            "Phones with a TLS security profile: Under CAPF information, choose Install/Upgrade to install their LSC again.")
                    .of(CAPF)
                    .source(RENEWAL, "Scenario 4.1"),
            affected(
                            "CUCM and other systems with secure SIP to IM and Presence: Make sure that they have our CA certificates.")
                    .of(CUP, CUP_ECDSA)
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""),
            affected("XMPP federation partners: Make sure that they have our CA certificates.")
                    .of(CUP_XMPP_S2S, CUP_XMPP_S2S_ECDSA)
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""));

    private Neighbours() {}

    private static Instruction affected(String text) {
        return Instruction.at(Moment.OTHERS, text);
    }
}
