package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Document.PRESENCE_GUIDE;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE_2025;
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

import java.util.List;

/** What depends on a purpose's certificate: users can notice its change there. */
final class Impact {
    static final List<Instruction> ALL = List.of(
            impact(
                            "impact-tomcat",
                            "Until the last step of this part, these can fail: single sign-on, Corporate Directory, Extension Mobility, Extension Mobility Cross Cluster (EMCC), the Expressway traversal zone, and Finesse sign-on.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(TECH_NOTE_2025, "Tomcat Certificate"),
            impact(
                            "impact-ipsec-below-14",
                            "Until the last step of this part, these can fail: backup and restore (DRS, DRF), and IPsec tunnels.")
                    .of(IPSEC)
                    .before("14")
                    .source(TECH_NOTE_2025, "IPSec Certificate"),
            impact(
                            "impact-ipsec",
                            "Until the last step of this part, IPsec tunnels can fail. Document 217138 of 2025 also names backup and restore (DRS, DRF), but from release 14 on these depend on the Tomcat certificate.")
                    .of(IPSEC)
                    .from("14")
                    .source(TECH_NOTE_2025, "IPSec Certificate"),
            impact(
                            "impact-capf",
                            "Until the last step of this part, these can fail: new certificates for phones (LSC), Phone VPN, 802.1X, and CTI.")
                    .of(CAPF)
                    .source(TECH_NOTE_2025, "CAPF Certificate"),
            impact(
                            "impact-callmanager",
                            "Until the last step of this part, these can fail: secure phones, signed TFTP files, secure trunks and media resources, and AXL.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(TECH_NOTE_2025, "CallManager Certificate"),
            impact(
                            "impact-tvs",
                            "Until the last step of this part, these can fail: new phones, and over HTTPS Extension Mobility, the directory, and MIDlets.")
                    .of(TVS)
                    .source(TECH_NOTE_2025, "TVS Certificate"),
            impact(
                            "impact-cup",
                            "Until the last step of this part, secure SIP between IM and Presence, CUCM, and other systems can fail. Presence stops while `Cisco SIP Proxy` restarts.")
                    .of(CUP, CUP_ECDSA)
                    .source(PRESENCE_GUIDE, "")
                    .source(THIS_PLUGIN, ""),
            impact("impact-cup-xmpp", "Chat clients lose their connection while `Cisco XCP Router` restarts.")
                    .of(CUP_XMPP, CUP_XMPP_ECDSA)
                    .source(PRESENCE_GUIDE, "")
                    .source(THIS_PLUGIN, ""),
            impact(
                            "impact-cup-xmpp-s2s",
                            "XMPP federation with other domains fails while `Cisco XCP XMPP Federation Connection Manager` restarts.")
                    .of(CUP_XMPP_S2S, CUP_XMPP_S2S_ECDSA)
                    .source(PRESENCE_GUIDE, "")
                    .source(THIS_PLUGIN, ""));

    private Impact() {}

    private static Instruction impact(String id, String text) {
        return Instruction.at(Moment.IMPACT, id, text);
    }
}
