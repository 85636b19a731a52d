package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Document.ADMINISTRATION_GUIDE;
import static io.github.cucmcerts.cucm.Document.CONTACT_CENTER;
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
import static io.github.cucmcerts.plan.procedure.Circumstance.SSO;
import static io.github.cucmcerts.plan.procedure.Where.CALL_MANAGER_NODES;

import java.util.List;

/** Systems outside of the cluster that a new certificate affects. */
final class Neighbours {
    static final List<Instruction> ALL = List.of(
            affected(
                            "sip-trunks",
                            "Peers of SIP trunks with TLS: Check that their CallManager-trust contains our CA certificates. Check that the X.509 subject name in their SIP trunk security profile is our common name.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(SECURITY_GUIDE, "")
                    .source(PRESENCE_GUIDE, ""),
            affected(
                            "expressway",
                            "Expressway-C: Add our CA certificates to its trusted CA certificates. Add its CA certificates (root and intermediates) to our tomcat-trust and CallManager-trust, also in non-secure mode.")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(RENEWAL, "Scenario 3")
                    .source(REMOTE_ACCESS, ""),
            restartForExpressway(
                            "expressway-restart-below-14",
                            "If you added a CA certificate of Expressway-C to tomcat-trust or CallManager-trust, do this on one node at a time, the publisher first: Run `utils service restart Cisco Tomcat`. Where `Cisco CallManager` runs, restart it (Cisco Unified Serviceability > Tools > Control Center - Feature Services). If the release has `Cisco HAProxy`, run `utils service restart Cisco HAProxy`. Continue with the next node when the services run again.")
                    .before("14"),
            restartForExpressway(
                            "expressway-restart",
                            "If you added a CA certificate of Expressway-C to tomcat-trust or CallManager-trust, do this on one node at a time, the publisher first: Run `utils service restart Cisco Tomcat`. Where `Cisco CallManager` runs, restart it (Cisco Unified Serviceability > Tools > Control Center - Feature Services). Run `utils service restart Cisco HAProxy`. Continue with the next node when the services run again.")
                    .from("14"),
            affected(
                            "expressway-names",
                            "Expressway-C X14.0.8 and later checks the name of each node in every HTTPS request. Check that CUCM is added there with full names (FQDN), not with host names or IP addresses, and that each certificate contains the full name of its node.")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(REMOTE_ACCESS, ""),
            affected(
                            "expressway-ecdsa",
                            "Expressway-C X14.2 and later can prefer ECDSA certificates. Check that tomcat-ECDSA and CallManager-ECDSA are CA-signed by the same CA as tomcat and CallManager. Otherwise the TLS handshake can fail.")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(REMOTE_ACCESS, ""),
            affected(
                            "emcc",
                            "Extension Mobility Cross Cluster (EMCC): On each cluster, go to Cisco Unified OS Administration > Security > Bulk Certificate Management, and export the tomcat, tomcat-ECDSA, TFTP (CallManager), and CAPF certificates again. When all clusters have exported, consolidate the certificates. Then import them on each cluster.")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF)
                    .source(SECURITY_GUIDE, ""),
            affected(
                            "unity-sip-trunk",
                            "Unity Connection with a TLS SIP trunk: Check that its CallManager-trust contains our CA certificates. In our SIP trunk security profile, check that the X.509 subject name is the common name of Unity Connection's tomcat certificate. If that certificate has an EC key, the X.509 subject name is a name in its SAN.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(SECURITY_GUIDE, ""),
            affected(
                            "unity",
                            "Unity Connection: If it and CUCM check each other's certificates, make sure that it has our CA certificates.")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""),
            affected(
                            "ccx",
                            "Unified CCX: Make sure that its tomcat-trust contains the root and the intermediate of the Tomcat certificate.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(TECH_NOTE_2025, "Tomcat Certificate")
                    .source(SELF_SIGNED, "Tomcat Certificate"),
            affected(
                            "ccx-live-data",
                            "Unified CCX with Live Data: Check that tomcat and tomcat-ECDSA are both CA-signed.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(CONTACT_CENTER, ""),
            affected(
                            "saml",
                            "SAML identity provider: If you regenerate ITLRecovery, export the SP metadata again, and import it into the identity provider.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .when(SSO)
                    .source(SECURITY_GUIDE, ""),
            affected(
                            "ldap",
                            "LDAP directories: Keep their CA certificates in tomcat-trust. If they check CUCM's certificate, make sure that they have our CA certificates.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(ADMINISTRATION_GUIDE, "")
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""),
            affected(
                            "intercluster-peers",
                            "Intercluster peers of IM and Presence: Go to Cisco Unified CM IM and Presence Administration > Presence > Inter-Clustering, and open each peer. Check that its Certificate Status is \"Connection is secure\". If it is not, click Force Manual Sync, check \"Also resync peer's Tomcat certificates\", and click OK.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(PRESENCE_GUIDE, "Verify Intercluster Syncing"),
            affected(
                            "intercluster-old",
                            "If you want to delete old self-signed certificates of intercluster peers from trust stores, first wait until 30 minutes have passed since the last Tomcat upload. The Intercluster Sync Agent needs this time.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .mark(Mark.WAIT_30_MINUTES_MEANWHILE)
                    .source(PRESENCE_GUIDE, "Verify Intercluster Syncing"),
            affected(
                            "ipsec-peers",
                            "Gateways and other clusters with an IPsec tunnel to these nodes: Make sure that they have our CA certificates.")
                    .of(IPSEC)
                    .source(SELF_SIGNED, "Impact by the Certificate Store")
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""),
            affected("802.1x", "802.1X: Add the new CAPF certificate to the authentication server.")
                    .of(CAPF)
                    .source(RENEWAL, "Scenario 4.1"),
            affected(
                            "lsc",
                            "Phones with a TLS security profile: Go to Cisco Unified CM Administration > Device > Phone, and open each of these phones. Under Certification Authority Proxy Function (CAPF) Information, set Certificate Operation to Install/Upgrade, click Save, and click Apply Config. The phone then installs its LSC again.")
                    .of(CAPF)
                    .source(RENEWAL, "Scenario 4.1"),
            affected(
                            "presence-trunk",
                            "CUCM with a secure SIP trunk to IM and Presence: Check that its CallManager-trust contains our CA certificates. Check that the X.509 subject name in its SIP trunk security profile is our common name.")
                    .of(CUP, CUP_ECDSA)
                    .source(PRESENCE_GUIDE, "")
                    .source(SECURITY_GUIDE, ""),
            affected(
                            "presence-secure-sip",
                            "Other systems with secure SIP to IM and Presence: Make sure that they have our CA certificates.")
                    .of(CUP, CUP_ECDSA)
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""),
            affected("xmpp-federation", "XMPP federation partners: Make sure that they have our CA certificates.")
                    .of(CUP_XMPP_S2S, CUP_XMPP_S2S_ECDSA)
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""));

    private Neighbours() {}

    private static Instruction restartForExpressway(String id, String text) {
        return affected(id, text)
                .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA)
                .on(CALL_MANAGER_NODES)
                .mark(Mark.DROPS_CALLS)
                .source(REMOTE_ACCESS, "");
    }

    private static Instruction affected(String id, String text) {
        return Instruction.at(Moment.OTHERS, id, text);
    }
}
