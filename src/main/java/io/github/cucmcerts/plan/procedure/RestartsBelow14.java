package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Document.AD_CS;
import static io.github.cucmcerts.cucm.Document.SECURITY_GUIDE;
import static io.github.cucmcerts.cucm.Document.SECURITY_GUIDE_12;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CAPF;
import static io.github.cucmcerts.cucm.Purpose.IPSEC;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.TVS;
import static io.github.cucmcerts.plan.procedure.Circumstance.NOT_REUSED;
import static io.github.cucmcerts.plan.procedure.Circumstance.RELEASE_UNKNOWN;
import static io.github.cucmcerts.plan.procedure.Service.FEATURE_SERVICES;
import static io.github.cucmcerts.plan.procedure.Service.ONE_AT_A_TIME;
import static io.github.cucmcerts.plan.procedure.Service.WHERE_IT_RUNS;
import static io.github.cucmcerts.plan.procedure.Service.after;
import static io.github.cucmcerts.plan.procedure.Service.drf;
import static io.github.cucmcerts.plan.procedure.Service.feature;
import static io.github.cucmcerts.plan.procedure.Service.network;
import static io.github.cucmcerts.plan.procedure.Service.tftpWithTomcat;
import static io.github.cucmcerts.plan.procedure.Where.ALL_NODES;
import static io.github.cucmcerts.plan.procedure.Where.CHANGED;
import static io.github.cucmcerts.plan.procedure.Where.CHANGED_CALL_MANAGER_NODES;
import static io.github.cucmcerts.plan.procedure.Where.PUBLISHER;

import java.util.List;
import java.util.stream.Stream;

/**
 * The restarts before release 14: document 217138 as it was for 10.x to 12.x; for 12.5, also the Security Guide
 * 12.5(1)SU3.
 */
final class RestartsBelow14 {
    static final List<Instruction> ALL = Stream.of(
                    after(
                                    "restart-tomcat",
                                    "Run `utils service restart Cisco Tomcat`[{whole}" + ONE_AT_A_TIME
                                            + ". Continue with the next node when the node's page opens again].")
                            .of(TOMCAT, TOMCAT_ECDSA)
                            .on(CHANGED)
                            .source(TECH_NOTE, "tomcat"),
                    tftpWithTomcat().from("12.5").source(SECURITY_GUIDE_12, ""),
                    after(
                                    "restart-callmanager-for-sip-oauth",
                                    "If SIP OAuth is used, go to " + FEATURE_SERVICES + ". Restart `Cisco CallManager`"
                                            + WHERE_IT_RUNS)
                            .of(TOMCAT, TOMCAT_ECDSA)
                            .on(CHANGED_CALL_MANAGER_NODES)
                            .mark(Mark.DROPS_CALLS)
                            .from("12.5")
                            .source(SECURITY_GUIDE_12, ""),
                    callManager(network("Cisco Trust Verification Service")),
                    callManager(feature("Cisco TFTP")),
                    callManager(feature("Cisco CallManager")).mark(Mark.DROPS_CALLS),
                    callManager(feature("Cisco CTIManager")),
                    after(
                                    "restart-ipsec-from-14",
                                    "If the release is 14 or later, run `utils ipsec restart`[{whole}" + ONE_AT_A_TIME
                                            + ". Skip the next two steps, which restart DRF].")
                            .of(IPSEC)
                            .when(RELEASE_UNKNOWN)
                            .on(CHANGED)
                            .source(SECURITY_GUIDE, "Certificate Names and Descriptions")
                            .source(AD_CS, ""),
                    drf(PUBLISHER).of(IPSEC).source(TECH_NOTE, "ipsec"),
                    drf(ALL_NODES).of(IPSEC).source(TECH_NOTE, "ipsec"),
                    network("Cisco Trust Verification Service").of(CAPF).source(TECH_NOTE, "CAPF"),
                    feature("Cisco TFTP").of(CAPF).source(TECH_NOTE, "CAPF"),
                    after(
                                    "restart-capf",
                                    "Go to " + FEATURE_SERVICES
                                            + ". Restart `Cisco Certificate Authority Proxy Function`.")
                            .of(CAPF)
                            .on(PUBLISHER)
                            .source(TECH_NOTE, "CAPF"),
                    feature("Cisco TFTP").of(TVS).source(TECH_NOTE, "TVS"),
                    network("Cisco Trust Verification Service").of(TVS).source(TECH_NOTE, "TVS"))
            .map(instruction -> instruction.before("14"))
            .toList();

    private RestartsBelow14() {}

    private static Instruction callManager(Instruction restart) {
        return restart.of(CALL_MANAGER, CALL_MANAGER_ECDSA).when(NOT_REUSED).source(TECH_NOTE, "CallManager");
    }
}
