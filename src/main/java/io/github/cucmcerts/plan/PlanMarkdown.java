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
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Markdown;
import io.github.cucmcerts.text.Words;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes {@code plan.md}, a task list in Markdown. */
public final class PlanMarkdown {
    private final Plan plan;
    private final Language language;
    private final StringBuilder page = new StringBuilder();

    private PlanMarkdown(Plan plan) {
        this.plan = plan;
        language = plan.language();
    }

    /** Writes the runbook; the same plan gives the same bytes. */
    public static void write(Plan plan, Writer writer) throws IOException {
        writer.write(new PlanMarkdown(plan).page());
    }

    private String page() {
        String cluster = text(plan.cluster());
        page.append("# ").append(language.text("plan.title", "Runbook: {cluster}", "cluster", cluster));
        page.append("\n\n")
                .append(language.text(
                        "plan.written",
                        "Change window {window}. Written by cucm-certs {version}. Run {goal} again whenever a file changes.",
                        "window",
                        "**" + plan.window() + "**",
                        "version",
                        plan.plugin(),
                        "goal",
                        "`plan`"))
                .append("\n\n");
        plan.settings().forEach(fact -> fact(fact, ""));
        if (!plan.parts().isEmpty()) {
            fact(new Fact(language.text("plan.duration", "Duration"), Words.prose(plan.duration())), "");
        }
        plan.left().forEach(this::left);
        outline();
        plan.parts().forEach(this::part);
        if (!plan.documents().isEmpty()) {
            page.append("\n## ")
                    .append(language.text("plan.documents", "Documents"))
                    .append("\n\n");
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

    private void outline() {
        page.append("\n## ")
                .append(language.text("plan.what-to-do", "What to do"))
                .append("\n\n");
        plan.parts().forEach(this::outline);
        if (plan.parts().isEmpty()) {
            page.append(plan.nothing()).append('\n');
        }
    }

    private void outline(Part part) {
        page.append("- ").append(text(part.outline(language))).append('\n');
        part.risks()
                .forEach(step -> page.append("  - **")
                        .append(labelled(step.mark().label(language)))
                        .append("** ")
                        .append(language.text(
                                "plan.step",
                                "step {number}",
                                "number",
                                step.number().orElseThrow().toString()))
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
            page.append("**")
                    .append(language.text(
                            "plan.mark", "{mark}.", "mark", step.mark().label(language)))
                    .append("** ");
        }
        page.append(text(step.text()));
        page.append(sources(step.sources())).append('\n');
        step.facts().forEach(fact -> fact(fact, "  "));
        step.ticks().forEach(tick -> page.append("  - [ ] ").append(text(tick)).append('\n'));
    }

    private void fact(Fact fact, String indent) {
        page.append(indent)
                .append("- ")
                .append(labelled(fact.label(), text(fact.value())))
                .append('\n');
    }

    private String sources(List<Citation> sources) {
        return sources.isEmpty()
                ? ""
                : language.text(
                        "plan.sources",
                        " *({sources})*",
                        "sources",
                        sources.stream().map(plan::cited).collect(language.semicolons()));
    }

    private void document(Document document) {
        String address = document.page(language.tag());
        page.append("- ").append(labelled(plan.label(document), plan.title(document)));
        page.append(address.isEmpty() ? "" : ", " + address).append('\n');
    }

    private String labelled(String label, String value) {
        return language.text("plan.label-and-value", "{label}: {value}", "label", label, "value", value);
    }

    /** What comes before a value. */
    private String labelled(String label) {
        return language.text("plan.label", "{label}:", "label", label);
    }

    private static String text(Words words) {
        return Markdown.of(words);
    }
}
