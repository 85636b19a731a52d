package io.github.cucmcerts.mojo;

import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Spelling;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.waiver.Waiver;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A waiver in the POM or in the {@code waiverFile}. */
record WaiverSettings(List<Setting> settings, Setting.Place place) {
    static final String CONTENT = "rule; path or sha256; reason; until";
    static final String MUST_HAVE = "A waiver must have: " + CONTENT;

    private static final List<String> NAMES = List.of("rule", "path", "sha256", "reason", "until");
    private static final Pattern SHA_256 = Pattern.compile("([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}");

    /**
     * The waiver.
     *
     * @throws IllegalArgumentException with the unknown, missing or wrong setting, and what is allowed
     */
    Waiver waiver() {
        for (Setting setting : settings) {
            if (!NAMES.contains(setting.name())) {
                throw new IllegalArgumentException("A waiver (cucm-certs."
                        + setting.place().label()
                        + ") has the unknown name '" + Visible.of(setting.name()) + "'. Did you mean "
                        + Spelling.nearest(setting.name(), NAMES).orElseThrow() + "? " + MUST_HAVE);
            }
            if (settings.stream()
                            .filter(other -> other.name().equals(setting.name()))
                            .count()
                    > 1) {
                throw new IllegalArgumentException("A waiver (cucm-certs." + place.label() + ") has more than one "
                        + setting.name() + ". Write one waiver for each.");
            }
        }
        Setting rule = required("rule");
        String id = Values.rule(rule.place().label(), rule.text(), info -> info.topic() != Topic.ENGINE)
                .id();
        if (optional("path").isEmpty() && optional("sha256").isEmpty()) {
            throw incomplete("path (a glob) or sha256");
        }
        return new Waiver(
                id,
                optional("path").map(glob -> Values.glob(glob.place().label(), glob.text())),
                optional("sha256").map(WaiverSettings::hex),
                new Acceptance(required("reason").text(), date(required("until"))),
                place.where());
    }

    private Setting required(String name) {
        return optional(name).orElseThrow(() -> incomplete(name));
    }

    private IllegalArgumentException incomplete(String missing) {
        return new IllegalArgumentException("A waiver (cucm-certs." + place.label() + ")"
                + optional("rule").map(rule -> " of " + Visible.of(rule.text())).orElse("") + " has no " + missing
                + ". " + MUST_HAVE);
    }

    private Optional<Setting> optional(String name) {
        return settings.stream()
                .filter(setting ->
                        setting.name().equals(name) && !setting.text().isEmpty())
                .findFirst();
    }

    private static String hex(Setting setting) {
        if (!SHA_256.matcher(setting.text()).matches()) {
            throw Values.unknown(setting.place().label(), setting.text(), "a SHA-256 in hex");
        }
        return setting.text();
    }

    private static LocalDate date(Setting setting) {
        try {
            return LocalDate.parse(setting.text());
        } catch (DateTimeException e) {
            throw Values.unknown(setting.place().label(), setting.text(), "a date, as in 2026-12-31");
        }
    }
}
