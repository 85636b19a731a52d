package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Document.AD_CS;
import static io.github.cucmcerts.cucm.Document.SECURITY_GUIDE;
import static io.github.cucmcerts.cucm.Document.SELF_SIGNED;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE_2025;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CAPF;
import static io.github.cucmcerts.cucm.Purpose.IPSEC;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT_ECDSA;
import static io.github.cucmcerts.plan.procedure.Circumstance.NOT_REUSED;
import static io.github.cucmcerts.plan.procedure.Service.ONE_AT_A_TIME;
import static io.github.cucmcerts.plan.procedure.Service.after;
import static io.github.cucmcerts.plan.procedure.Service.command;
import static io.github.cucmcerts.plan.procedure.Service.drf;
import static io.github.cucmcerts.plan.procedure.Service.feature;
import static io.github.cucmcerts.plan.procedure.Service.tftpWithTomcat;
import static io.github.cucmcerts.plan.procedure.Where.ALL_NODES;
import static io.github.cucmcerts.plan.procedure.Where.CALL_MANAGER_NODES;
import static io.github.cucmcerts.plan.procedure.Where.CHANGED;
import static io.github.cucmcerts.plan.procedure.Where.CHANGED_CALL_MANAGER_NODES;
import static io.github.cucmcerts.plan.procedure.Where.PUBLISHER;

import java.util.List;

/** The restarts from release 14 on: Security Guide 14, Certificate Names and Descriptions. */
final class RestartsFrom14 {
    static final List<Instruction> ALL = List.of(
            table(after(
                            "restart-tomcat",
                            "Run `utils service restart Cisco Tomcat`[{whole}" + ONE_AT_A_TIME
                                    + ". Continue with the next node when the node's page opens again].")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .on(CHANGED)
                    .source(TECH_NOTE_2025, "Tomcat Certificate")),
            after(
                            "restart-ssosp-tomcat",
                            "If single sign-on or OAuth is used, run `utils service restart Cisco SSOSP Tomcat`[{whole}"
                                    + ONE_AT_A_TIME + "].")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .on(CHANGED)
                    .from("15")
                    .source(SELF_SIGNED, "Tomcat Certificate"),
            tftpWithTomcat().from("14").source(SECURITY_GUIDE, ""),
            table(feature("Cisco Intercluster Lookup Service").of(TOMCAT).on(CHANGED_CALL_MANAGER_NODES)),
            table(feature("Cisco Location Bandwidth Manager").of(TOMCAT).on(CHANGED_CALL_MANAGER_NODES)),
            table(drf(PUBLISHER).of(TOMCAT).before("14SU2")),
            table(drf(ALL_NODES).of(TOMCAT).before("14SU2")),
            table(drf(PUBLISHER).of(TOMCAT_ECDSA)),
            table(drf(ALL_NODES).of(TOMCAT_ECDSA)),
            table(feature("Cisco Extension Mobility").of(TOMCAT).on(CHANGED_CALL_MANAGER_NODES)),
            table(command("Cisco UDS Tomcat").of(TOMCAT_ECDSA).on(CHANGED_CALL_MANAGER_NODES)),
            table(command("Cisco AXL Tomcat").of(TOMCAT, TOMCAT_ECDSA).on(CHANGED_CALL_MANAGER_NODES)),
            table(feature("Cisco CallManager")
                    .of(CALL_MANAGER)
                    .when(NOT_REUSED)
                    .mark(Mark.DROPS_CALLS)
                    .before("14SU1")),
            table(feature("Cisco CallManager")
                    .of(CALL_MANAGER_ECDSA)
                    .when(NOT_REUSED)
                    .mark(Mark.DROPS_CALLS)),
            table(feature("Cisco CTIManager")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(NOT_REUSED)
                    .before("14SU1")),
            table(command("Cisco HAProxy")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(NOT_REUSED)
                    .on(CALL_MANAGER_NODES)
                    .source(SELF_SIGNED, "CallManager Certificate")),
            table(after(
                                    "restart-ipsec",
                                    "Run `utils ipsec restart`[{whole}" + ONE_AT_A_TIME
                                            + ". Do not restart DRF: it uses the Tomcat certificate].")
                            .of(IPSEC)
                            .on(CHANGED))
                    .source(AD_CS, ""),
            table(after(
                            "restart-haproxy-for-sip-oauth",
                            "If SIP OAuth is used, run `utils service restart Cisco HAProxy`[{whole}" + ONE_AT_A_TIME
                                    + "].")
                    .of(CAPF)
                    .on(CALL_MANAGER_NODES)));

    private RestartsFrom14() {}

    private static Instruction table(Instruction row) {
        return row.from("14").source(SECURITY_GUIDE, "Certificate Names and Descriptions");
    }
}
