package io.github.cucmcerts.mojo;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.report.ReportFormat;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Glob;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Spelling;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.text.WrongValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads the values of parameters. The message on a wrong value names the allowed ones. */
final class Values {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_TIMEOUT = 3_600;
    private static final int LONGEST_WAIT = 1_440;
    private static final Pattern PURPOSE_PORT = Pattern.compile("([A-Za-z0-9-]+)\\s*=\\s*([0-9]{1,5})");

    private Values() {}

    static List<String> trimmed(List<String> values) {
        List<String> trimmed = new ArrayList<>();
        for (String value : values == null ? List.<String>of() : values) {
            if (!isBlank(value)) {
                trimmed.add(value.strip());
            }
        }
        return List.copyOf(trimmed);
    }

    static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    /** True or false in any case; a property without a value, as in {@code -Dcucm-certs.fips}, is true. */
    static boolean flag(String parameter, String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw unknown(parameter, value, "true, false");
        };
    }

    static List<NodeName> names(List<String> values) {
        List<NodeName> names = new ArrayList<>();
        for (String value : trimmed(values)) {
            names.add(new NodeName(value));
        }
        return List.copyOf(names);
    }

    /** DNS domains in lower case, each once; a wrong one is never ignored. */
    static List<String> domains(String parameter, List<String> values) {
        Set<String> domains = new LinkedHashSet<>();
        for (String value : values == null ? List.<String>of() : values) {
            String text = value == null ? "" : value.strip();
            String domain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
            if (!NodeName.isDomain(domain)) {
                throw unknown(
                        parameter,
                        text,
                        Message.of(
                                "mojo.allowed-domains",
                                "DNS domains such as example.com, in ASCII and without a wildcard"));
            }
            domains.add(domain.toLowerCase(Locale.ROOT));
        }
        return List.copyOf(domains);
    }

    /** Host names in ASCII, and addresses; a wrong one is never ignored. */
    static List<NodeName> hosts(String parameter, List<String> values) {
        List<NodeName> hosts = names(values);
        for (NodeName host : hosts) {
            if (!host.isHost()) {
                throw unknown(
                        parameter,
                        host.value(),
                        Message.of("mojo.allowed-hosts", "host names in ASCII and IP addresses"));
            }
        }
        return hosts;
    }

    static int port(String parameter, int port) {
        if (!isPort(port)) {
            throw outOfRange(parameter, port, 1, 65_535);
        }
        return port;
    }

    /** Ports by purpose: {@code purpose=port}, a purpose as often as it has ports. */
    static Map<Purpose, List<Port>> ports(List<String> values) {
        Map<Purpose, List<Port>> ports = new EnumMap<>(Purpose.class);
        for (String value : values) {
            Matcher port = PURPOSE_PORT.matcher(value);
            Optional<Purpose> purpose = port.matches()
                    ? Purpose.named(port.group(1))
                            .filter(named -> !Port.of(named).isEmpty())
                    : Optional.empty();
            if (purpose.isEmpty() || !isPort(Integer.parseInt(port.group(2)))) {
                throw unknown(
                        "ports",
                        value,
                        Message.of(
                                "mojo.allowed-ports",
                                "PURPOSE=PORT, where PURPOSE is {purposes}",
                                "purposes",
                                Arrays.stream(Purpose.values())
                                        .filter(named -> !Port.of(named).isEmpty())
                                        .map(Purpose::label)
                                        .collect(Collectors.joining(", "))));
            }
            ports.computeIfAbsent(purpose.get(), first -> new ArrayList<>())
                    .add(Port.named(purpose.get(), Integer.parseInt(port.group(2))));
        }
        return ports;
    }

    static Duration minutes(int minutes) {
        if (minutes < 0 || minutes > LONGEST_WAIT) {
            throw outOfRange("waitMinutes", minutes, 0, LONGEST_WAIT);
        }
        return Duration.ofMinutes(minutes);
    }

    static boolean isPort(int port) {
        return port > 0 && port < 1 << 16;
    }

    static Duration timeout(int seconds) {
        if (seconds < 1 || seconds > LONGEST_TIMEOUT) {
            throw outOfRange("timeoutSeconds", seconds, 1, LONGEST_TIMEOUT);
        }
        return Duration.ofSeconds(seconds);
    }

    /** SHA-256 values in hex, lower case, without colons. */
    static Set<String> pins(List<String> values) {
        Set<String> pins = new TreeSet<>();
        for (String value : trimmed(values)) {
            String pin = value.replace(":", "").toLowerCase(Locale.ROOT);
            if (!SHA_256.matcher(pin).matches()) {
                throw unknown(
                        "pins",
                        value,
                        Message.of("mojo.allowed-pins", "the SHA-256 of certificates, 64 hexadecimal digits each"));
            }
            pins.add(pin);
        }
        return pins;
    }

    static Duration days(int days) {
        if (days < 0) {
            throw unknown("expiryWarningDays", Integer.toString(days), Message.of("mojo.allowed-days", "0 and more"));
        }
        return Duration.ofDays(days);
    }

    static Severity severity(Message parameter, String value) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> unknown(parameter, value, List.of("ERROR", "WARNING", "INFO", "OFF")));
    }

    /** The rule with that id, if it is allowed. */
    static RuleInfo rule(Object parameter, String id, Predicate<RuleInfo> allowed) {
        List<RuleInfo> rules = RuleBook.catalogue().stream().filter(allowed).toList();
        return rules.stream()
                .filter(rule -> rule.id().equalsIgnoreCase(id.strip()))
                .findFirst()
                .orElseThrow(() -> unknownRule(
                        parameter, id, rules.stream().map(RuleInfo::id).toList()));
    }

    private static WrongValue unknownRule(Object parameter, String id, List<String> known) {
        return WrongValue.of(
                "mojo.unknown-rule",
                "Unknown value '{value}' of cucm-certs.{parameter}. Did you mean {meant}? Allowed: {allowed}",
                "value",
                Visible.of(id),
                "parameter",
                parameter,
                "meant",
                Spelling.nearest(id, known).orElseThrow(),
                "allowed",
                String.join(", ", known));
    }

    static Set<Purpose> purposes(List<String> names) {
        Set<Purpose> purposes = new HashSet<>();
        for (String name : names) {
            purposes.add(Purpose.named(name)
                    .orElseThrow(() -> unknown(
                            "purposes",
                            name,
                            Arrays.stream(Purpose.values())
                                    .filter(purpose -> purpose != Purpose.UNKNOWN)
                                    .map(Purpose::label)
                                    .toList())));
        }
        return purposes;
    }

    /** The language with that tag, in any case. */
    static Language language(String tag) {
        return Language.of(tag.strip()).orElseThrow(() -> unknown("language", tag, Language.TAGS));
    }

    static Set<Severity> failing(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "ERROR" -> Set.of(Severity.ERROR);
            case "WARNING" -> Set.of(Severity.ERROR, Severity.WARNING);
            case "NEVER" -> Set.of();
            default -> throw unknown("failOn", name, List.of("ERROR", "WARNING", "NEVER"));
        };
    }

    static Set<ReportFormat> reports(List<String> names) {
        Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
        for (String name : names) {
            formats.add(report(name));
        }
        return formats;
    }

    private static ReportFormat report(String name) {
        for (ReportFormat format : ReportFormat.values()) {
            if (format.label().equalsIgnoreCase(name)) {
                return format;
            }
        }
        throw unknown(
                "reports",
                name,
                Arrays.stream(ReportFormat.values()).map(ReportFormat::label).toList());
    }

    private static WrongValue unknown(Object parameter, String value, List<String> allowed) {
        return unknown(parameter, value, (Object) String.join(", ", allowed));
    }

    private static WrongValue outOfRange(String parameter, int value, int least, int most) {
        return unknown(
                parameter,
                Integer.toString(value),
                Message.of(
                        "mojo.allowed-range",
                        "{least} to {most}",
                        "least",
                        Integer.toString(least),
                        "most",
                        Integer.toString(most)));
    }

    /**
     * @param parameter its name, or a {@link Message} with its place
     * @param allowed the values, or a {@link Message} about them
     */
    static WrongValue unknown(Object parameter, String value, Object allowed) {
        return WrongValue.of(
                "mojo.unknown-value",
                "Unknown value '{value}' of cucm-certs.{parameter}. Allowed: {allowed}",
                "value",
                Visible.of(value),
                "parameter",
                parameter,
                "allowed",
                allowed);
    }

    /** The window of the parameter {@code changeWindow}. */
    static ChangeWindow window(String text) {
        try {
            return ChangeWindow.parse(text);
        } catch (ChangeWindow.Reversed e) {
            throw WrongValue.of(
                    "mojo.window-reversed",
                    "The change window ends ({last}) before it starts ({first}): see cucm-certs.changeWindow",
                    "last",
                    e.last(),
                    "first",
                    e.first());
        } catch (IllegalArgumentException e) {
            throw unknown(
                    "changeWindow",
                    text,
                    Message.of(
                            "mojo.allowed-windows",
                            "a date and time with its offset (2026-12-01T22:00:00Z, 2026-12-01T22:00:00-06:00; a local time is"
                                    + " not enough), a date (2026-12-01, the whole day in UTC), or start/end of these"));
        }
    }

    static Release release(String text) {
        try {
            return Release.parse(text);
        } catch (IllegalArgumentException e) {
            throw unknown(
                    "release",
                    text,
                    Message.of(
                            "mojo.allowed-releases",
                            "10.0, 10.5, 11.0, 11.5, 12.0, 12.5, 14, 14SU1 to 14SU4, 15, 15SU1 and later, also as CUCM shows"
                                    + " them: 12.5(1)SU3, 14.0.1.13900-155"));
        }
    }

    /**
     * A glob.
     *
     * @throws WrongValue if the text is not a glob
     */
    static Glob glob(Object parameter, String text) {
        try {
            return new Glob(text);
        } catch (PatternSyntaxException e) {
            throw unknown(
                    parameter,
                    text,
                    Message.of("mojo.allowed-globs", "a glob ({problem})", "problem", e.getDescription()));
        }
    }
}
