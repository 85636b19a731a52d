package io.github.cucmcerts.mojo;

import io.github.cucmcerts.plan.Plan;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Shows in a few lines what a runbook does, and what it leaves out. */
final class PlanConsole {
    private PlanConsole() {}

    static void write(Plan plan, Log log) {
        for (Plan.Left left : plan.left()) {
            Consumer<String> line = left.isProblem() ? log::warn : log::info;
            for (Plan.Item item : left.items()) {
                line.accept(left.title() + ": " + item.set());
                item.reasons().forEach(reason -> line.accept("  " + reason));
            }
        }
        plan.toDo().forEach(part -> log.info(part.outline(plan.language()).toString()));
        if (plan.parts().isEmpty()) {
            log.warn(plan.nothing());
        }
    }
}
