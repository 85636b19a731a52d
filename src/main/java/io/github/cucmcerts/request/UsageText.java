package io.github.cucmcerts.request;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Words;
import java.util.Map;
import java.util.Optional;

/** What people need to know about key usages: why CUCM needs them, and where Windows sets them. */
final class UsageText {
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

    /** Why the certificate needs the usage. */
    static Words why(String usage, Language language) {
        Words name = Words.code(usage);
        return switch (usage) {
            case "digitalSignature" ->
                language.words(
                        "request.why-digital-signature",
                        "{usage}: the node signs with its key when a TLS connection starts (RFC 5280).",
                        "usage",
                        name);
            case "keyEncipherment" ->
                language.words(
                        "request.why-key-encipherment",
                        "{usage}: in TLS with RSA key exchange, the peer encrypts a key for the node (RFC 5280).",
                        "usage",
                        name);
            case "dataEncipherment" ->
                language.words(
                        "request.why-data-encipherment",
                        "{usage}: Cisco's Security Guides: the CA must not change or remove it.",
                        "usage",
                        name);
            case "keyAgreement" ->
                language.words(
                        "request.why-key-agreement",
                        "{usage}: key exchange; the Administration Guide 12.5(1)SU3 says that tomcat does not need it, but the CSR"
                                + " requests it.",
                        "usage",
                        name);
            case "keyCertSign" ->
                language.words(
                        "request.why-key-cert-sign",
                        "{usage}: CAPF is a CA: it signs the certificates of the phones.",
                        "usage",
                        name);
            case "serverAuth" ->
                language.words(
                        "request.why-server-auth",
                        "{usage}: the node is the server of TLS connections.",
                        "usage",
                        name);
            case "clientAuth" ->
                language.words(
                        "request.why-client-auth",
                        "{usage}: the node is also the client of TLS connections (Field Notice FN74345).",
                        "usage",
                        name);
            case "ipsecEndSystem" ->
                language.words(
                        "request.why-ipsec-end-system",
                        "{usage}: the CSR of the purpose requests it (table of CSR key extensions in Cisco's Security Guides).",
                        "usage",
                        name);
            default -> language.words("request.why-requested", "{usage}: the CSR requests it.", "usage", name);
        };
    }

    /**
     * In which connections a node with a certificate for that purpose is the client (Field Notice FN74345); empty if the notice does
     * not say it.
     */
    static Optional<String> clientOf(Purpose purpose, Language language) {
        return Optional.ofNullable(
                switch (purpose.rsaSibling()) {
                    case TOMCAT -> language.text("request.client-tomcat", "LDAP, SIP OAuth, log servers");
                    case CALL_MANAGER ->
                        language.text(
                                "request.client-callmanager",
                                "SIP trunks, connections between nodes and between clusters");
                    case TVS -> language.text("request.client-tvs", "online CAPF");
                    case IPSEC -> language.text("request.client-ipsec", "connections between nodes and to gateways");
                    case CUP -> language.text("request.client-cup", "SIP connections to CUCM and to other systems");
                    case CUP_XMPP_S2S -> language.text("request.client-cup-xmpp-s2s", "XMPP federation");
                    default -> null;
                });
    }

    /** Its name in a Windows template; if we know none, the usage itself. */
    static String inWindows(String usage) {
        return IN_WINDOWS.getOrDefault(usage, usage);
    }
}
