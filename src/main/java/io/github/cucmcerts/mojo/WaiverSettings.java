package io.github.cucmcerts.mojo;

import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Spelling;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.text.WrongValue;
import io.github.cucmcerts.waiver.Waiver;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A waiver in the POM or in the {@code waiverFile}. */
record WaiverSettings(List<Setting> settings, Setting.Place place) {

    private static final List<String> NAMES = List.of("rule", "path", "sha256", "reason", "until");
    private static final Pattern SHA_256 = Pattern.compile("([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}");

    /**
     * The waiver.
     *
     * @throws WrongValue with the unknown, missing or wrong setting, and what is allowed
     */
    Waiver waiver() {
        for (Setting setting : settings) {
            if (!NAMES.contains(setting.name())) {
                throw WrongValue.of(
                        "mojo.waiver-unknown-name",
                        "A waiver (cucm-certs.{parameter}) has the unknown name '{name}'. Did you mean {meant}? {waiver}",
                        "parameter",
                        setting.place().label(),
                        "name",
                        Visible.of(setting.name()),
                        "meant",
                        Spelling.nearest(setting.name(), NAMES).orElseThrow(),
                        "waiver",
                        mustHave());
            }
            if (settings.stream()
                            .filter(other -> other.name().equals(setting.name()))
                            .count()
                    > 1) {
                throw WrongValue.of(
                        "mojo.waiver-twice",
                        "A waiver (cucm-certs.{parameter}) has more than one {name}. Write one waiver for each.",
                        "parameter",
                        place.label(),
                        "name",
                        setting.name());
            }
        }
        Setting rule = required("rule");
        String id = Values.rule(rule.place().label(), rule.text(), info -> info.topic() != Topic.ENGINE)
                .id();
        if (optional("path").isEmpty() && optional("sha256").isEmpty()) {
            throw incomplete(Message.of("mojo.path-or-sha256", "path (a glob) or sha256"));
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

    private WrongValue incomplete(Object missing) {
        Optional<String> rule = optional("rule").map(setting -> Visible.of(setting.text()));
        return rule.isPresent()
                ? WrongValue.of(
                        "mojo.waiver-of-rule-incomplete",
                        "A waiver (cucm-certs.{parameter}) of {rule} has no {missing}. {waiver}",
                        "parameter",
                        place.label(),
                        "rule",
                        rule.get(),
                        "missing",
                        missing,
                        "waiver",
                        mustHave())
                : WrongValue.of(
                        "mojo.waiver-incomplete",
                        "A waiver (cucm-certs.{parameter}) has no {missing}. {waiver}",
                        "parameter",
                        place.label(),
                        "missing",
                        missing,
                        "waiver",
                        mustHave());
    }

    static Message mustHave() {
        return Message.of("mojo.waiver-must-have", "A waiver must have: {settings}", "settings", content());
    }

    static Message content() {
        return Message.of("mojo.waiver-settings", "rule; path or sha256; reason; until");
    }

    private Optional<Setting> optional(String name) {
        return settings.stream()
                .filter(setting ->
                        setting.name().equals(name) && !setting.text().isEmpty())
                .findFirst();
    }

    private static String hex(Setting setting) {
        if (!SHA_256.matcher(setting.text()).matches()) {
            throw Values.unknown(
                    setting.place().label(), setting.text(), Message.of("mojo.allowed-sha256", "a SHA-256 in hex"));
        }
        return setting.text();
    }

    private static LocalDate date(Setting setting) {
        try {
            return LocalDate.parse(setting.text());
        } catch (DateTimeException e) {
            throw Values.unknown(
                    setting.place().label(),
                    setting.text(),
                    Message.of("mojo.allowed-dates", "a date, as in 2026-12-31"));
        }
    }
}
