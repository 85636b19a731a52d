package io.github.cucmcerts.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Style or script that stands in a page itself.
 *
 * @param element with its tags
 * @param hash by which the page's Content-Security-Policy allows it
 */
public record Inlined(String element, String hash) {
    /** The style of all pages. */
    public static Inlined style() throws IOException {
        return of("style", "page.css");
    }

    /** The script of the report. */
    public static Inlined script() throws IOException {
        return of("script", "page.js");
    }

    private static Inlined of(String tag, String resource) throws IOException {
        try (InputStream stream = Inlined.class.getResourceAsStream(resource)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            String hash = "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text)) + "'";
            return new Inlined("<" + tag + ">" + text + "</" + tag + ">", hash);
        }
    }
}
