package io.github.cucmcerts.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.Writer;

/** The templates of the pages, compiled at build time. They escape each text for its place. */
public final class Template {
    private static final String PACKAGE = "io.github.cucmcerts.page";

    private Template() {}

    /** Writes a page by a template of {@code src/main/jte}. */
    public static void render(String name, Object page, Writer writer) {
        TemplateEngine.createPrecompiled(null, ContentType.Html, Template.class.getClassLoader(), PACKAGE)
                .render(name, page, new WriterOutput(writer));
    }
}
