package io.github.cucmcerts.plan.procedure;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.text.Words;

/** Says how to restart a service: with a command on the node, or on a page of Cisco Unified Serviceability. */
final class Service {
    static final String OS_ADMINISTRATION =
            "Cisco Unified OS Administration (on an IM and Presence node: Cisco Unified IM and Presence OS Administration)";
    private static final String SERVICEABILITY_OF_EACH_NODE =
            "Cisco Unified Serviceability (on an IM and Presence node: Cisco Unified IM and Presence Serviceability)";
    static final String NETWORK_SERVICES = "Cisco Unified Serviceability > Tools > Control Center - Network Services";
    static final String FEATURE_SERVICES = "Cisco Unified Serviceability > Tools > Control Center - Feature Services";
    static final String ONE_AT_A_TIME = " on one node at a time, the publisher first";
    static final String WHERE_IT_RUNS =
            "[{whole} where it runs," + ONE_AT_A_TIME + ". Continue with the next node when the service runs again].";

    private Service() {}

    static Instruction feature(String service) {
        return after(
                        "restart-feature-service",
                        "Go to " + FEATURE_SERVICES + ". Restart {service}" + WHERE_IT_RUNS,
                        "service",
                        Words.command(service))
                .on(Where.CALL_MANAGER_NODES);
    }

    static Instruction network(String service) {
        return after(
                        "restart-network-service",
                        "Go to " + NETWORK_SERVICES + ". Restart {service}" + WHERE_IT_RUNS,
                        "service",
                        Words.command(service))
                .on(Where.CALL_MANAGER_NODES);
    }

    static Instruction tftpWithTomcat() {
        return after(
                        "restart-tftp-with-tomcat",
                        "Go to " + FEATURE_SERVICES + ". Restart `Cisco TFTP`" + WHERE_IT_RUNS
                                + "[{whole} Until its restart, TFTP uses the former Tomcat certificate.]")
                .of(Purpose.TOMCAT, Purpose.TOMCAT_ECDSA)
                .on(Where.CHANGED_CALL_MANAGER_NODES);
    }

    static Instruction command(String service) {
        return after(
                "restart-with-command",
                "Run {command}[{whole}" + ONE_AT_A_TIME + "].",
                "command",
                Words.command("utils service restart " + service));
    }

    /** The Disaster Recovery Framework: DRF Master runs on the publisher, DRF Local on every node. */
    static Instruction drf(Where where) {
        return where == Where.PUBLISHER
                ? after("restart-drf-master", "Go to " + NETWORK_SERVICES + ". Restart `Cisco DRF Master`.")
                        .on(where)
                : after(
                                "restart-drf-local",
                                "Go to " + SERVICEABILITY_OF_EACH_NODE
                                        + " > Tools > Control Center - Network Services. Restart `Cisco DRF Local`[{whole}"
                                        + ONE_AT_A_TIME + "].")
                        .on(where);
    }

    static Instruction after(String id, String text, Object... values) {
        return Instruction.at(Moment.AFTER, id, text, values);
    }
}
