package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Document.TECH_NOTE_2025;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CAPF;
import static io.github.cucmcerts.cucm.Purpose.IPSEC;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.TVS;

import java.util.List;

/** What depends on a purpose's certificate, so that users may notice its change. */
final class Impact {
    static final List<Instruction> ALL = List.of(
            impact(
                            "Single sign-on, Corporate Directory, Extension Mobility (across clusters, too), the traversal zone of Expressway, sign-on to Finesse")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(TECH_NOTE_2025, "Tomcat Certificate"),
            impact("Backup and restore (DRS, DRF), IPsec tunnels")
                    .of(IPSEC)
                    .before("14")
                    .source(TECH_NOTE_2025, "IPSec Certificate"),
            impact(
                            "IPsec tunnels. Document 217138 of 2025 also names backup and restore (DRS, DRF): from release 14 on these depend on Tomcat's certificate")
                    .of(IPSEC)
                    .from("14")
                    .source(TECH_NOTE_2025, "IPSec Certificate"),
            impact("Phones' own certificates (LSC), Phone VPN, 802.1X, CTI")
                    .of(CAPF)
                    .source(TECH_NOTE_2025, "CAPF Certificate"),
            impact("Secure phones, signed files of TFTP, secure trunks and media resources, AXL")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(TECH_NOTE_2025, "CallManager Certificate"),
            impact("New phones, and over HTTPS Extension Mobility, directory and MIDlets")
                    .of(TVS)
                    .source(TECH_NOTE_2025, "TVS Certificate"));

    private Impact() {}

    private static Instruction impact(String text) {
        return Instruction.at(Moment.IMPACT, text);
    }
}
