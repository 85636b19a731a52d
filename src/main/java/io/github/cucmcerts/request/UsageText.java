package io.github.cucmcerts.request;

import io.github.cucmcerts.cucm.Purpose;
import java.util.Map;

/** What people need to know about key usages: why CUCM needs them, and where Windows sets them. */
final class UsageText {
    private static final Map<String, String> WHY = Map.of(
            "digitalSignature", "the node signs with its key when a TLS connection starts (RFC 5280)",
            "keyEncipherment", "in TLS with RSA key exchange, the peer encrypts a key for the node (RFC 5280)",
            "dataEncipherment", "Cisco's Security Guides: the CA must not change or remove it",
            "keyAgreement",
                    "key exchange; the Administration Guide 12.5(1)SU3 says that tomcat does not need it, but the CSR requests it",
            "keyCertSign", "CAPF is a CA: it signs the certificates of the phones",
            "serverAuth", "the node is the server of TLS connections",
            "clientAuth", "the node is also the client of TLS connections (Field Notice FN74345)",
            "ipsecEndSystem",
                    "the CSR of the purpose requests it (table of CSR key extensions in Cisco's Security Guides)");

    /** Field Notice FN74345: the connections in which the node is the client. */
    private static final Map<Purpose, String> CLIENT_OF = Map.of(
            Purpose.TOMCAT, "LDAP, SIP OAuth, log servers",
            Purpose.CALL_MANAGER, "SIP trunks, connections between nodes and between clusters",
            Purpose.TVS, "online CAPF",
            Purpose.IPSEC, "connections between nodes and to gateways",
            Purpose.CUP, "SIP connections to CUCM and to other systems",
            Purpose.CUP_XMPP_S2S, "XMPP federation");

    /** The names in the Windows dialogs are common knowledge; no document of Cisco that we know has them. */
    private static final Map<String, String> IN_WINDOWS = Map.of(
            "digitalSignature", "Digital signature",
            "nonRepudiation", "Signature is proof of origin (nonrepudiation)",
            "keyEncipherment", "Allow key exchange only with key encryption (key encipherment)",
            "dataEncipherment", "Allow encryption of user data",
            "keyAgreement", "Allow key exchange without key encryption (key agreement)",
            "keyCertSign", "Certificate signing",
            "cRLSign", "CRL signing",
            "serverAuth", "Server Authentication",
            "clientAuth", "Client Authentication",
            "ipsecEndSystem", "IP security end system");

    private UsageText() {}

    /** Why the certificate needs the usage, as the end of a sentence. */
    static String why(String usage) {
        return WHY.getOrDefault(usage, "the CSR requests it");
    }

    /** In which connections a node with a certificate for that purpose is the client; empty if the notice does not say it. */
    static String clientOf(Purpose purpose) {
        return CLIENT_OF.getOrDefault(purpose.rsaSibling(), "");
    }

    /** Its name in a Windows template; if we know none, the usage itself. */
    static String inWindows(String usage) {
        return IN_WINDOWS.getOrDefault(usage, usage);
    }
}
