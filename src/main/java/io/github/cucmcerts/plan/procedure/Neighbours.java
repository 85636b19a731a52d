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

/** Whom a new certificate concerns besides the cluster. */
final class Neighbours {

    static final List<Instruction> ALL = List.of(
            concerned(
                            "Peers of SIP trunks with TLS: their CallManager-trust needs our CA, and the X.509 subject name in their SIP trunk security profile is our common name")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(SECURITY_GUIDE, "")
                    .source(PRESENCE_GUIDE, ""),
            concerned(
                            "Expressway-C: our CA goes to its trusted CA certificates, its CA (root and intermediates) to our tomcat-trust and CallManager-trust, in non-secure mode too")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(RENEWAL, "Scenario 3")
                    .source(REMOTE_ACCESS, ""),
            concerned(
                            "Extension Mobility across clusters: export, consolidate and import the certificates again (Bulk Certificate Management)")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF)
                    .source(SECURITY_GUIDE, ""),
            concerned("Unity Connection: where it and CUCM check each other's certificates it needs our CA")
                    .of(TOMCAT, TOMCAT_ECDSA, CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""),
            concerned("Unified CCX: its tomcat-trust needs the root and the intermediate of Tomcat's certificate")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(TECH_NOTE_2025, "Tomcat Certificate")
                    .source(SELF_SIGNED, "Tomcat Certificate"),
            concerned(
                            "LDAP directories: their CA stays in tomcat-trust; where they check CUCM's certificate they need our CA")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(ADMINISTRATION_GUIDE, "")
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""),
            concerned(
                            "Intercluster peers of IM and Presence: Presence > Inter-Clustering says \"Connection is secure\" of each peer; else Force Manual Sync with its Tomcat certificates. Wait 30 minutes for the Intercluster Sync Agent before you delete old self-signed certificates from trust stores")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(PRESENCE_GUIDE, "Verify Intercluster Syncing"),
            concerned("Gateways and other clusters with an IPsec tunnel to these nodes: they need our CA")
                    .of(IPSEC)
                    .source(SELF_SIGNED, "Impact by the Certificate Store")
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""),
            concerned("802.1X: the authentication server needs CAPF's new certificate")
                    .of(CAPF)
                    .source(RENEWAL, "Scenario 4.1"),
            concerned("Phones with a TLS security profile: install their LSC again (CAPF information, Install/Upgrade)")
                    .of(CAPF)
                    .source(RENEWAL, "Scenario 4.1"),
            concerned("CUCM and others with secure SIP to IM and Presence: they need our CA")
                    .of(CUP, CUP_ECDSA)
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""),
            concerned("Partners of XMPP federation: they need our CA")
                    .of(CUP_XMPP_S2S, CUP_XMPP_S2S_ECDSA)
                    .source(FIELD_NOTICE, "")
                    .source(THIS_PLUGIN, ""));

    private Neighbours() {}

    private static Instruction concerned(String text) {
        return Instruction.at(Moment.CONCERNED, text);
    }
}
