package io.github.cucmcerts.mojo;

import io.github.cucmcerts.rule.EngineRules;
import io.github.cucmcerts.rule.Severities;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.WrongValue;
import io.github.cucmcerts.waiver.Waiver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Waivers and severities of the POM and the {@code waiverFile}. All methods reject wrong settings. */
record Settings(List<WaiverSettings> waiverSettings, List<Setting> severitySettings) {
    static final Settings NONE = new Settings(List.of(), List.of());

    /**
     * The settings of the POM. They are read as XML, because Maven's messages on a wrong element name its own classes.
     *
     * @param waivers null if there are none
     * @param severities null if there are none
     * @throws WrongValue if an element does not have the text or the elements that it must have
     */
    static Settings ofPom(PlexusConfiguration waivers, PlexusConfiguration severities) {
        List<WaiverSettings> all = new ArrayList<>();
        Setting.Place place = Setting.Place.inThePom("waivers");
        for (PlexusConfiguration waiver : children(waivers)) {
            if (waiver.getChildCount() == 0 && !Values.isBlank(waiver.getValue())) {
                throw WrongValue.of(
                        "mojo.no-waiver",
                        "'{name}' (cucm-certs.waivers) is not a waiver. Put each waiver into its own <waiver> element. {waiver}",
                        "name",
                        waiver.getName(),
                        "waiver",
                        WaiverSettings.mustHave());
            }
            all.add(new WaiverSettings(texts(waiver, place), place));
        }
        return new Settings(all, texts(severities, Setting.Place.inThePom("severities")));
    }

    private static List<PlexusConfiguration> children(PlexusConfiguration parent) {
        return parent == null ? List.of() : List.of(parent.getChildren());
    }

    private static List<Setting> texts(PlexusConfiguration parent, Setting.Place place) {
        List<Setting> texts = new ArrayList<>();
        for (PlexusConfiguration child : children(parent)) {
            if (child.getChildCount() > 0) {
                throw WrongValue.of(
                        "mojo.element-not-text",
                        "'{name}' (cucm-certs.{parameter}) must have text, but has the element '{element}'.",
                        "name",
                        child.getName(),
                        "parameter",
                        place.label(),
                        "element",
                        child.getChild(0).getName());
            }
            texts.add(new Setting(
                    child.getName(),
                    child.getValue() == null ? "" : child.getValue().strip(),
                    place));
        }
        return texts;
    }

    /**
     * These settings, then the others.
     *
     * @throws WrongValue if both have waivers of a rule
     */
    Settings and(Settings others) {
        Map<String, Setting.Place> ours = new HashMap<>();
        waiverSettings.forEach(own -> ours.put(own.waiver().rule(), own.place()));
        for (WaiverSettings other : others.waiverSettings) {
            String rule = other.waiver().rule();
            if (ours.containsKey(rule)) {
                throw WrongValue.of(
                        "mojo.waivers-in-two-places",
                        "The rule {rule} has waivers in two places: in {one}, and in {other}. Keep them in one place.",
                        "rule",
                        rule,
                        "one",
                        ours.get(rule).where(),
                        "other",
                        other.place().where());
            }
        }
        return new Settings(
                both(waiverSettings, others.waiverSettings), both(severitySettings, others.severitySettings));
    }

    private static <T> List<T> both(List<T> ours, List<T> others) {
        return Stream.concat(ours.stream(), others.stream()).toList();
    }

    List<Waiver> waivers() {
        return waiverSettings.stream().map(WaiverSettings::waiver).toList();
    }

    Severities severities() {
        Map<String, Severity> changed = new HashMap<>();
        Set<String> off = new HashSet<>();
        Map<String, Message> places = new HashMap<>();
        for (Setting setting : severitySettings) {
            Object label = setting.place().label();
            // what was not checked must not pass
            String rule = Values.rule(label, setting.name(), info -> !info.equals(EngineRules.RULE_FAILED))
                    .id();
            Message before = places.put(rule, setting.place().where());
            if (before != null) {
                throw WrongValue.of(
                        "mojo.two-severities",
                        "The rule {rule} has two severities: in {one}, and in {other}. Keep one of them.",
                        "rule",
                        rule,
                        "one",
                        before,
                        "other",
                        setting.place().where());
            }
            if (setting.text().equalsIgnoreCase("OFF")) {
                off.add(rule);
            } else {
                changed.put(
                        rule,
                        Values.severity(
                                Message.of(
                                        "mojo.severity-of-rule",
                                        "{parameter} ({rule})",
                                        "parameter",
                                        label,
                                        "rule",
                                        rule),
                                setting.text()));
            }
        }
        return new Severities(changed, off);
    }
}
