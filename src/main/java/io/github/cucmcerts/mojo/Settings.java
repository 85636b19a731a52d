package io.github.cucmcerts.mojo;

import io.github.cucmcerts.rule.EngineRules;
import io.github.cucmcerts.rule.Severities;
import io.github.cucmcerts.rule.Severity;
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
     * @throws IllegalArgumentException if an element does not have the text or the elements that it must have
     */
    static Settings ofPom(PlexusConfiguration waivers, PlexusConfiguration severities) {
        List<WaiverSettings> all = new ArrayList<>();
        Setting.Place place = Setting.Place.inThePom("waivers");
        for (PlexusConfiguration waiver : children(waivers)) {
            if (waiver.getChildCount() == 0 && !Values.isBlank(waiver.getValue())) {
                throw new IllegalArgumentException(
                        "'" + waiver.getName() + "' (cucm-certs.waivers) is not a waiver. Put"
                                + " each waiver into its own <waiver> element. " + WaiverSettings.MUST_HAVE);
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
                throw new IllegalArgumentException("'" + child.getName() + "' (cucm-certs." + place.label()
                        + ") must have text, but has the element '"
                        + child.getChild(0).getName() + "'.");
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
     * @throws IllegalArgumentException if both have waivers of a rule
     */
    Settings and(Settings others) {
        Map<String, Waiver> ours = new HashMap<>();
        waivers().forEach(waiver -> ours.put(waiver.rule(), waiver));
        for (Waiver other : others.waivers()) {
            Waiver waiver = ours.get(other.rule());
            if (waiver != null) {
                throw new IllegalArgumentException("The rule " + other.rule() + " has waivers in two places: in "
                        + waiver.where() + ", and in " + other.where() + ". Keep them in one place.");
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
        Map<String, String> places = new HashMap<>();
        for (Setting setting : severitySettings) {
            String label = setting.place().label();
            // what was not checked must not pass
            String rule = Values.rule(label, setting.name(), info -> !info.equals(EngineRules.RULE_FAILED))
                    .id();
            String before = places.put(rule, setting.place().where().toString());
            if (before != null) {
                throw new IllegalArgumentException("The rule " + rule + " has two severities: in " + before
                        + ", and in " + setting.place().where() + ". Keep one of them.");
            }
            if (setting.text().equalsIgnoreCase("OFF")) {
                off.add(rule);
            } else {
                changed.put(rule, Values.severity(label + " (" + rule + ")", setting.text()));
            }
        }
        return new Severities(changed, off);
    }
}
