package io.github.cucmcerts.plan;

import io.github.cucmcerts.plan.procedure.Mark;
import io.github.cucmcerts.text.Inlined;
import io.github.cucmcerts.text.PageTemplate;
import io.github.cucmcerts.text.Sha256;
import io.github.cucmcerts.text.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * {@code plan.html}: one page that loads nothing, with steps to check off on the screen or on paper.
 *
 * @param policy the Content-Security-Policy: it allows only the page's own style and script
 * @param digest changes with the plan's content, so that the ticks of one plan never show on another
 */
public record PlanPage(String policy, String style, String script, String digest, Plan plan) {
    /** A command for CUCM's command line or for this computer, or a SHA-256. */
    private static final Pattern COPIED = Pattern.compile("(utils|show|mvn) .*|[0-9a-f]{64}");

    /** Writes the page; the same plan gives the same page. */
    public static void write(Plan plan, Writer writer) throws IOException {
        Inlined style = Inlined.style(plan.cluster().toString(), "plan.css");
        Inlined script = Inlined.script("plan.js");
        String policy = "default-src 'none'; style-src " + style.hash() + "; script-src " + script.hash()
                + "; base-uri 'none'; form-action 'none'";
        PageTemplate.render(
                "plan.jte", new PlanPage(policy, style.element(), script.element(), digest(plan), plan), writer);
    }

    private static String digest(Plan plan) throws IOException {
        StringWriter content = new StringWriter();
        PlanMarkdown.write(plan, content);
        return HexFormat.of().formatHex(Sha256.of(content.toString()));
    }

    /** Whether the page offers to copy it. */
    public static boolean isCopied(Words.Span span) {
        return COPIED.matcher(span.text()).matches();
    }

    /** The style of a step. */
    public static String look(Plan.Step step) {
        if (step.number().isEmpty()) {
            return "note";
        }
        if (step.mark().isRisk()) {
            return "todo risk";
        }
        return step.mark() == Mark.NONE ? "todo" : "todo wait";
    }
}
