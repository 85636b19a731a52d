package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Document.ADMINISTRATION_GUIDE;
import static io.github.cucmcerts.cucm.Document.PRESENCE_GUIDE;
import static io.github.cucmcerts.cucm.Document.REMOTE_ACCESS;
import static io.github.cucmcerts.cucm.Document.REUSE;
import static io.github.cucmcerts.cucm.Document.SECURITY_GUIDE;
import static io.github.cucmcerts.cucm.Document.SELF_SIGNED;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE_2025;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CAPF;
import static io.github.cucmcerts.cucm.Purpose.CUP;
import static io.github.cucmcerts.cucm.Purpose.CUP_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_S2S;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_S2S_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.TVS;
import static io.github.cucmcerts.plan.procedure.Circumstance.MIXED_MODE;
import static io.github.cucmcerts.plan.procedure.Circumstance.NOT_REUSED;
import static io.github.cucmcerts.plan.procedure.Circumstance.REUSED;
import static io.github.cucmcerts.plan.procedure.Service.after;
import static io.github.cucmcerts.plan.procedure.Service.command;
import static io.github.cucmcerts.plan.procedure.Where.ALL_NODES;
import static io.github.cucmcerts.plan.procedure.Where.CALL_MANAGER_NODES;
import static io.github.cucmcerts.plan.procedure.Where.CHANGED;
import static io.github.cucmcerts.plan.procedure.Where.PRESENCE_NODES;
import static io.github.cucmcerts.plan.procedure.Where.PRESENCE_PUBLISHER;
import static io.github.cucmcerts.plan.procedure.Where.PUBLISHER;

import java.util.List;
import java.util.stream.Stream;

/**
 * What to do after the uploads of a purpose: trust stores, the CTL file, services, phones. IM and Presence services:
 * Configuration and Administration of IM and Presence 12.5(1)SU2, Upload Certificates to IM and Presence Service.
 */
final class Afterwards {
    private static final List<Instruction> FIRST = List.of(
            Instruction.at(
                            Moment.TRUSTED,
                            "sync-agent",
                            "Run `utils service restart Cisco Intercluster Sync Agent` to send the CA certificates to other clusters.")
                    .on(PRESENCE_PUBLISHER)
                    .source(PRESENCE_GUIDE, "Install Certificate Authority on IM and Presence Service"),
            Instruction.at(
                            Moment.TRUSTED,
                            "intercluster-exchanged",
                            "If there are intercluster peers, go to Cisco Unified CM IM and Presence Administration > Diagnostics > System Troubleshooter on the IM and Presence publisher of each peer. Wait until it shows that security certificates were exchanged.")
                    .mark(Mark.WAIT)
                    .source(PRESENCE_GUIDE, "Install Certificate Authority on IM and Presence Service"),
            after(
                            "capf-in-callmanager-trust",
                            "Check that CallManager-trust also contains the CA certificates that you uploaded to CAPF-trust. If it does not, upload the same files there. The Administration Guide says in one section that CUCM copies them, and in another section that you must copy them.")
                    .of(CAPF)
                    .on(PUBLISHER)
                    .source(ADMINISTRATION_GUIDE, ""));

    /** In mixed mode, before the restarts. */
    static final List<Instruction> CTL_FILE = List.of(
            ctlFile(
                            "ctl-file-below-14",
                            "Update the CTL file before any restart. Without tokens: run `utils ctl update CTLFile` on the publisher. With tokens: use the CTL client and the tokens with which the file was created.")
                    .before("14")
                    .source(TECH_NOTE, "CallManager and CAPF"),
            ctlFile(
                            "ctl-file-below-14su3",
                            "Update the CTL file before any restart. Without tokens: run `utils ctl update CTLFile` on the publisher. With tokens: CUCM supports tokens before 14SU3, but it does not support the CTL client from release 14 on.")
                    .from("14")
                    .before("14SU3")
                    .source(TECH_NOTE_2025, "CallManager and CAPF")
                    .source(SELF_SIGNED, "ITL and CTL"),
            ctlFile(
                            "ctl-file",
                            "Update the CTL file before any restart: run `utils ctl update CTLFile` on the publisher. From 14SU3 on, there are no tokens.")
                    .from("14SU3")
                    .source(TECH_NOTE_2025, "CallManager and CAPF")
                    .source(SELF_SIGNED, "ITL and CTL"));

    private static final List<Instruction> AS_THE_SCREEN_SAYS = List.of(after(
                    "do-what-cucm-listed",
                    "Do everything else that CUCM listed in its message after the upload, even if this runbook has no step for it.")
            .of(TOMCAT, TOMCAT_ECDSA)
            .source(REMOTE_ACCESS, ""));

    private static final List<Instruction> REUSED_CERTIFICATE = List.of(
            command("Cisco HAProxy")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(REUSED)
                    .on(ALL_NODES)
                    .source(REUSE, "Reuse Tomcat Certificate for CallManager"),
            after("ctl-file-after-reuse", "Update the CTL file: run `utils ctl update CTLFile` on the publisher.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(REUSED, MIXED_MODE)
                    .on(PUBLISHER)
                    .mark(Mark.AFFECTS_ALL_PHONES)
                    .source(REUSE, "Reuse Tomcat Certificate for CallManager"));

    private static final String ONE_PRESENCE_NODE_AT_A_TIME =
            " on one node at a time, the IM and Presence publisher first";

    private static final List<Instruction> PRESENCE = List.of(
            after(
                            "restart-sip-proxy",
                            "Go to Cisco Unified IM and Presence Serviceability > Tools > Control Center - Feature Services. Restart `Cisco SIP Proxy`[{whole}"
                                    + ONE_PRESENCE_NODE_AT_A_TIME
                                    + ". `Cisco Presence Engine` also uses this certificate, but the guide names no restart for it].")
                    .of(CUP, CUP_ECDSA)
                    .on(CHANGED)
                    .source(PRESENCE_GUIDE, ""),
            after(
                            "restart-xcp-router",
                            "Run `utils service restart Cisco XCP Router`[{whole}" + ONE_PRESENCE_NODE_AT_A_TIME + "].")
                    .of(CUP_XMPP, CUP_XMPP_ECDSA)
                    .on(PRESENCE_NODES)
                    .source(PRESENCE_GUIDE, "Restart the Cisco XCP Router service on all nodes"),
            after(
                            "restart-xmpp-federation",
                            "Go to Cisco Unified IM and Presence Serviceability > Tools > Control Center - Feature Services. Restart `Cisco XCP XMPP Federation Connection Manager`[{whole} where it runs,"
                                    + ONE_PRESENCE_NODE_AT_A_TIME + "].")
                    .of(CUP_XMPP_S2S, CUP_XMPP_S2S_ECDSA)
                    .on(PRESENCE_NODES)
                    .source(PRESENCE_GUIDE, "Restart Cisco XCP XMPP Federation Connection Manager Service"));

    private static final List<Instruction> PHONES = List.of(
            after(
                            "reset-phones",
                            "Reset all phones: go to Cisco Unified CM Administration > System > Enterprise Parameters > Reset. CUCM says that it is about to reset all devices.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .before("14")
                    .mark(Mark.CANNOT_BE_UNDONE)
                    .source(TECH_NOTE, "CallManager, CAPF and TVS"),
            after(
                            "reset-phones-if-needed",
                            "If the phones have not reset by themselves, reset all phones: go to Cisco Unified CM Administration > System > Enterprise Parameters > Reset. CUCM says that it is about to reset all devices.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .from("14")
                    .mark(Mark.CANNOT_BE_UNDONE)
                    .source(TECH_NOTE_2025, "CallManager, CAPF and TVS")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after(
                            "wait-for-phones",
                            "Go to Real-Time Monitoring Tool > Voice/Video. Wait until each node has as many registered phones as before. Do not begin anything else until then.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .on(CALL_MANAGER_NODES)
                    .each("phones-as-before", "{node}: {number} phones registered, as before")
                    .mark(Mark.WAIT)
                    .source(TECH_NOTE, "CallManager, CAPF and TVS"));

    /** What makes services use a new certificate. */
    static final List<Instruction> RESTARTS = Stream.of(RestartsBelow14.ALL, RestartsFrom14.ALL, PRESENCE)
            .flatMap(List::stream)
            .toList();

    static final List<Instruction> ALL = Stream.of(
                    FIRST,
                    CTL_FILE,
                    RestartsBelow14.ALL,
                    RestartsFrom14.ALL,
                    AS_THE_SCREEN_SAYS,
                    REUSED_CERTIFICATE,
                    PRESENCE,
                    PHONES)
            .flatMap(List::stream)
            .toList();

    private Afterwards() {}

    private static Instruction ctlFile(String id, String text) {
        return after(id, text)
                .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF)
                .when(MIXED_MODE, NOT_REUSED)
                .on(PUBLISHER)
                .mark(Mark.AFFECTS_ALL_PHONES);
    }
}
