package io.github.cucmcerts.mojo;

import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.waiver.Waiver;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** One of the parameter {@code waivers}, as the POM says it. */
public final class WaiverParameter {
    private static final Pattern SHA_256 = Pattern.compile("([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}");

    private String rule;
    private String path;
    private String sha256;
    private String reason;
    private String until;

    /**
     * The waiver.
     *
     * @throws IllegalArgumentException with what is missing or wrong, and what is allowed
     */
    Waiver waiver() {
        String id = Values.rule("waivers", required("rule", rule), info -> info.topic() != Topic.ENGINE)
                .id();
        if (Values.isBlank(path) && Values.isBlank(sha256)) {
            throw incomplete("path (a glob) or sha256");
        }
        return new Waiver(
                id,
                optional(path).map(glob -> Values.glob("waivers", glob)),
                optional(sha256).map(WaiverParameter::hex),
                new Acceptance(required("reason", reason), date(required("until", until))));
    }

    private String required(String name, String value) {
        return optional(value).orElseThrow(() -> incomplete(name));
    }

    private IllegalArgumentException incomplete(String missing) {
        return new IllegalArgumentException("A waiver (cucm-certs.waivers)"
                + optional(rule).map(id -> " of " + id).orElse("") + " lacks its " + missing
                + ". It has to have: rule; path or sha256; reason; until");
    }

    private static Optional<String> optional(String value) {
        return Values.isBlank(value) ? Optional.empty() : Optional.of(value.strip());
    }

    private static String hex(String text) {
        if (!SHA_256.matcher(text).matches()) {
            throw Values.unknown("waivers", text, "a SHA-256 in hex");
        }
        return text;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Values.unknown("waivers", text, "a date, as in 2026-12-31");
        }
    }
}
