package io.github.cucmcerts.text;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Renders the page templates, which are compiled at build time and escape each text for its place. */
public final class PageTemplate {
    private static final String PACKAGE = "io.github.cucmcerts.page";

    private PageTemplate() {}

    /**
     * Writes a page with a template from {@code src/main/jte}.
     *
     * @throws UncheckedIOException if the page cannot be written
     */
    public static void render(String name, Object page, Writer writer) {
        try {
            TemplateEngine.createPrecompiled(null, ContentType.Html, PageTemplate.class.getClassLoader(), PACKAGE)
                    .render(name, page, new WriterOutput(writer));
        } catch (TemplateException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            throw e;
        }
    }
}
