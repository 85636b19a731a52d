package io.github.cucmcerts.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Style or script that is part of a page.
 *
 * @param element the element, with its tags
 * @param hash the hash with which the page's Content-Security-Policy allows it
 */
public record Inlined(String element, String hash) {
    /**
     * The style of all pages.
     *
     * @param heading the text at the top of each printed page
     * @param more further style sheets, only for this page
     */
    public static Inlined style(String heading, String... more) throws IOException {
        StringBuilder style = new StringBuilder(read("page.css"));
        for (String sheet : more) {
            style.append(read(sheet));
        }
        return of("style", style + "@page{@top-right{content:\"" + escaped(heading) + "\"}}\n");
    }

    /** The script of a page. */
    public static Inlined script(String name) throws IOException {
        return of("script", read(name));
    }

    private static String read(String resource) throws IOException {
        try (InputStream stream = Inlined.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Inlined of(String tag, String text) {
        String hash = "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text)) + "'";
        return new Inlined("<" + tag + ">" + text + "</" + tag + ">", hash);
    }

    /** Escapes text for a CSS string, so that no character ends the string or the element. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        Visible.of(text)
                .codePoints()
                .forEach(character -> escaped.append(
                        Character.isLetterOrDigit(character)
                                ? Character.toString(character)
                                : "\\" + Integer.toHexString(character) + " "));
        return escaped.toString();
    }
}
