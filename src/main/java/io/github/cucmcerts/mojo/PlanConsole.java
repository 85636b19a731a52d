package io.github.cucmcerts.mojo;

import io.github.cucmcerts.plan.Plan;
import org.apache.maven.plugin.logging.Log;

/** Tells in a few lines what a plan does, and what it leaves out. */
final class PlanConsole {
    private PlanConsole() {}

    static void write(Plan plan, Log log) {
        for (Plan.Left left : plan.left()) {
            for (Plan.Item item : left.items()) {
                String line = left.title() + ": " + item.set();
                if (item.reasons().isEmpty()) {
                    log.info(line);
                } else {
                    log.warn(line);
                    item.reasons().forEach(reason -> log.warn("  " + reason));
                }
            }
        }
        plan.toDo().forEach(part -> log.info(part.outline().toString()));
        if (plan.parts().isEmpty()) {
            log.warn(Plan.NOTHING);
        }
    }
}
