package io.github.cucmcerts.plan;

import io.github.cucmcerts.text.Inlined;
import io.github.cucmcerts.text.PageTemplate;
import java.io.IOException;
import java.io.Writer;

/**
 * {@code plan.html}: one page that loads nothing, with steps to check off on the screen or on paper.
 *
 * @param policy the Content-Security-Policy: it allows only the page's own style
 */
public record PlanPage(String policy, String style, Plan plan) {
    /** Writes the page; the same plan gives the same bytes. */
    public static void write(Plan plan, Writer writer) throws IOException {
        Inlined style = Inlined.style(plan.cluster().toString());
        String policy = "default-src 'none'; style-src " + style.hash() + "; base-uri 'none'; form-action 'none'";
        PageTemplate.render("plan.jte", new PlanPage(policy, style.element(), plan), writer);
    }
}
