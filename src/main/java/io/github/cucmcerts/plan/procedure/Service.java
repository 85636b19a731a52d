package io.github.cucmcerts.plan.procedure;

/** How a service is restarted: by a command on the node, or on a page of Cisco Unified Serviceability. */
final class Service {
    static final String NETWORK_SERVICES = "Cisco Unified Serviceability > Tools > Control Center - Network Services";
    static final String FEATURE_SERVICES = "Cisco Unified Serviceability > Tools > Control Center - Feature Services";
    static final String ONE_AT_A_TIME = ", the publisher first, then one node after the other";
    static final String WHERE_IT_RUNS = " where it runs" + ONE_AT_A_TIME + ": ";

    private Service() {}

    static Instruction feature(String service) {
        return after("Restart `" + service + "`" + WHERE_IT_RUNS + FEATURE_SERVICES)
                .on(Where.CALL_MANAGER_NODES);
    }

    static Instruction network(String service) {
        return after("Restart `" + service + "`" + WHERE_IT_RUNS + NETWORK_SERVICES)
                .on(Where.CALL_MANAGER_NODES);
    }

    static Instruction command(String service) {
        return after("`utils service restart " + service + "`" + ONE_AT_A_TIME);
    }

    /** Of the Disaster Recovery Framework: the master runs on the publisher, a local agent on every node. */
    static Instruction drf(Where where) {
        return where == Where.PUBLISHER
                ? after("Restart `Cisco DRF Master`: " + NETWORK_SERVICES).on(where)
                : after("Restart `Cisco DRF Local`" + ONE_AT_A_TIME + ": " + NETWORK_SERVICES)
                        .on(where);
    }

    static Instruction after(String text) {
        return Instruction.at(Moment.AFTER, text);
    }
}
