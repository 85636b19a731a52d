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

/** What depends on a purpose's certificate: users can notice its change there. */
final class Impact {
    static final List<Instruction> ALL = List.of(
            impact(
                            "The change can affect single sign-on, Corporate Directory, Extension Mobility, Extension Mobility Cross Cluster (EMCC), the Expressway traversal zone, and Finesse sign-on.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(TECH_NOTE_2025, "Tomcat Certificate"),
            impact("The change can affect backup and restore (DRS, DRF) and IPsec tunnels.")
                    .of(IPSEC)
                    .before("14")
                    .source(TECH_NOTE_2025, "IPSec Certificate"),
            impact(
                            "The change can affect IPsec tunnels. Document 217138 of 2025 also names backup and restore (DRS, DRF), but from release 14 on these depend on the Tomcat certificate.")
                    .of(IPSEC)
                    .from("14")
                    .source(TECH_NOTE_2025, "IPSec Certificate"),
            impact("The change can affect the phones' own certificates (LSC), Phone VPN, 802.1X, and CTI.")
                    .of(CAPF)
                    .source(TECH_NOTE_2025, "CAPF Certificate"),
            impact(
                            "The change can affect secure phones, signed TFTP files, secure trunks and media resources, and AXL.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(TECH_NOTE_2025, "CallManager Certificate"),
            impact("The change can affect new phones and, over HTTPS, Extension Mobility, the directory, and MIDlets.")
                    .of(TVS)
                    .source(TECH_NOTE_2025, "TVS Certificate"));

    private Impact() {}

    private static Instruction impact(String text) {
        return Instruction.at(Moment.IMPACT, text);
    }
}
