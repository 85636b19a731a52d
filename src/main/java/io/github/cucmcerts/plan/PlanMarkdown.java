package io.github.cucmcerts.plan;

import io.github.cucmcerts.cucm.Citation;
import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.plan.Plan.Fact;
import io.github.cucmcerts.plan.Plan.Item;
import io.github.cucmcerts.plan.Plan.Left;
import io.github.cucmcerts.plan.Plan.Part;
import io.github.cucmcerts.plan.Plan.Section;
import io.github.cucmcerts.plan.Plan.Step;
import io.github.cucmcerts.plan.procedure.Mark;
import io.github.cucmcerts.text.Markdown;
import io.github.cucmcerts.text.Words;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code plan.md}, a task list in Markdown. */
public final class PlanMarkdown {
    private final StringBuilder page = new StringBuilder();

    private PlanMarkdown() {}

    /** Writes the runbook; the same plan gives the same bytes. */
    public static void write(Plan plan, Writer writer) throws IOException {
        writer.write(new PlanMarkdown().page(plan));
    }

    private String page(Plan plan) {
        page.append("# Runbook: ").append(text(plan.cluster())).append("\n\n");
        page.append("Change window **").append(plan.window()).append("**. Written by cucm-certs ");
        page.append(plan.plugin()).append(". Run `plan` again whenever a file changes.\n\n");
        plan.settings().forEach(fact -> fact(fact, ""));
        if (!plan.parts().isEmpty()) {
            page.append("- Duration: ").append(plan.duration()).append('\n');
        }
        plan.left().forEach(this::left);
        outline(plan);
        plan.parts().forEach(this::part);
        if (!plan.documents().isEmpty()) {
            page.append("\n## Documents\n\n");
            plan.documents().forEach(this::document);
        }
        return page.toString();
    }

    private void left(Left left) {
        page.append("\n## ").append(left.title()).append("\n\n");
        if (!left.note().spans().isEmpty()) {
            page.append(text(left.note())).append("\n\n");
        }
        left.items().forEach(this::item);
    }

    private void item(Item item) {
        page.append("- ").append(text(item.set())).append('\n');
        item.reasons()
                .forEach(reason -> page.append("  - ").append(text(reason)).append('\n'));
    }

    private void outline(Plan plan) {
        page.append("\n## What to do\n\n");
        plan.parts().forEach(this::outline);
        if (plan.parts().isEmpty()) {
            page.append(Plan.NOTHING).append('\n');
        }
    }

    private void outline(Part part) {
        page.append("- ").append(text(part.outline())).append('\n');
        part.risks()
                .forEach(step -> page.append("  - **")
                        .append(step.mark().label())
                        .append(":** step ")
                        .append(step.number().orElseThrow())
                        .append('\n'));
    }

    private void part(Part part) {
        page.append("\n## ").append(part.title()).append('\n');
        part.sections().forEach(this::section);
    }

    private void section(Section section) {
        if (!section.title().isEmpty()) {
            page.append("\n### ").append(section.title()).append('\n');
        }
        page.append('\n');
        section.steps().forEach(this::step);
    }

    private void step(Step step) {
        String box = step.number().map(number -> "[ ] **" + number + "** ").orElse("");
        page.append("- ").append(box);
        if (step.mark() != Mark.NONE) {
            page.append("**").append(step.mark().label()).append(".** ");
        }
        page.append(text(step.text()));
        page.append(sources(step.sources())).append('\n');
        step.facts().forEach(fact -> fact(fact, "  "));
        step.ticks().forEach(tick -> page.append("  - [ ] ").append(text(tick)).append('\n'));
    }

    private void fact(Fact fact, String indent) {
        page.append(indent).append("- ").append(fact.label()).append(": ");
        page.append(text(fact.value())).append('\n');
    }

    private static String sources(List<Citation> sources) {
        return sources.isEmpty()
                ? ""
                : sources.stream().map(Citation::toString).collect(Collectors.joining("; ", " *(", ")*"));
    }

    private void document(Document document) {
        page.append("- ").append(document.label()).append(": ");
        page.append(document.title());
        page.append(document.page().isEmpty() ? "" : ", " + document.page()).append('\n');
    }

    private static String text(Words words) {
        return Markdown.of(words);
    }
}
