package io.github.cucmcerts.mojo;

import io.github.cucmcerts.plan.Plan;
import io.github.cucmcerts.text.Language;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Shows in a few lines what a runbook does, and what it leaves out. */
final class PlanConsole {
    private PlanConsole() {}

    static void write(Plan plan, Log log) {
        Language texts = plan.language();
        for (Plan.Left left : plan.left()) {
            Consumer<String> line = left.isProblem() ? log::warn : log::info;
            for (Plan.Item item : left.items()) {
                line.accept(texts.text("mojo.left-out", "{why}: {set}", "why", left.title(), "set", item.set()));
                item.reasons().forEach(reason -> line.accept("  " + reason));
            }
        }
        plan.toDo().forEach(part -> log.info(part.outline(texts).toString()));
        if (plan.parts().isEmpty()) {
            log.warn(plan.nothing());
        }
    }
}
