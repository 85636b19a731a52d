package io.github.cucmcerts.mojo;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.report.ReportFormat;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Glob;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Spelling;
import io.github.cucmcerts.text.Visible;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
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
        return values == null
                ? List.of()
                : values.stream()
                        .filter(value -> value != null && !value.isBlank())
                        .map(String::strip)
                        .toList();
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
        return trimmed(values).stream().map(NodeName::new).toList();
    }

    /** DNS domains in lower case, each once; a wrong one is never ignored. */
    static List<String> domains(String parameter, List<String> values) {
        Set<String> domains = new LinkedHashSet<>();
        for (String value : values == null ? List.<String>of() : values) {
            String text = value == null ? "" : value.strip();
            String domain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
            if (!NodeName.isDomain(domain)) {
                throw unknown(parameter, text, "DNS domains such as example.com, in ASCII and without a wildcard");
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
                throw unknown(parameter, host.value(), "host names in ASCII and IP addresses");
            }
        }
        return hosts;
    }

    static int port(String parameter, int port) {
        if (!isPort(port)) {
            throw unknown(parameter, Integer.toString(port), "1 to 65535");
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
                        "PURPOSE=PORT, where PURPOSE is "
                                + Arrays.stream(Purpose.values())
                                        .filter(named -> !Port.of(named).isEmpty())
                                        .map(Purpose::label)
                                        .collect(Collectors.joining(", ")));
            }
            ports.computeIfAbsent(purpose.get(), first -> new ArrayList<>())
                    .add(Port.named(purpose.get(), Integer.parseInt(port.group(2))));
        }
        return ports;
    }

    static Duration minutes(int minutes) {
        if (minutes < 0 || minutes > LONGEST_WAIT) {
            throw unknown("waitMinutes", Integer.toString(minutes), "0 to " + LONGEST_WAIT);
        }
        return Duration.ofMinutes(minutes);
    }

    static boolean isPort(int port) {
        return port > 0 && port < 1 << 16;
    }

    static Duration timeout(int seconds) {
        if (seconds < 1 || seconds > LONGEST_TIMEOUT) {
            throw unknown("timeoutSeconds", Integer.toString(seconds), "1 to " + LONGEST_TIMEOUT);
        }
        return Duration.ofSeconds(seconds);
    }

    /** SHA-256 values in hex, lower case, without colons. */
    static Set<String> pins(List<String> values) {
        Set<String> pins = new TreeSet<>();
        for (String value : trimmed(values)) {
            String pin = value.replace(":", "").toLowerCase(Locale.ROOT);
            if (!SHA_256.matcher(pin).matches()) {
                throw unknown("pins", value, "the SHA-256 of certificates, 64 hexadecimal digits each");
            }
            pins.add(pin);
        }
        return pins;
    }

    static Duration days(int days) {
        if (days < 0) {
            throw unknown("expiryWarningDays", Integer.toString(days), List.of("0 and more"));
        }
        return Duration.ofDays(days);
    }

    static Severity severity(String parameter, String value) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> unknown(parameter, value, List.of("ERROR", "WARNING", "INFO", "OFF")));
    }

    /** The rule with that id, if it is allowed. */
    static RuleInfo rule(String parameter, String id, Predicate<RuleInfo> allowed) {
        List<RuleInfo> rules = RuleBook.catalogue().stream().filter(allowed).toList();
        return rules.stream()
                .filter(rule -> rule.id().equalsIgnoreCase(id.strip()))
                .findFirst()
                .orElseThrow(() -> unknownRule(
                        parameter, id, rules.stream().map(RuleInfo::id).toList()));
    }

    private static IllegalArgumentException unknownRule(String parameter, String id, List<String> known) {
        return new IllegalArgumentException(
                "Unknown value '" + Visible.of(id) + "' of cucm-certs." + parameter + ". Did you mean "
                        + Spelling.nearest(id, known).orElseThrow() + "? Allowed: " + String.join(", ", known));
    }

    static Set<Purpose> purposes(List<String> names) {
        return names.stream()
                .map(name -> Purpose.named(name)
                        .orElseThrow(() -> unknown(
                                "purposes",
                                name,
                                Arrays.stream(Purpose.values())
                                        .filter(purpose -> purpose != Purpose.UNKNOWN)
                                        .map(Purpose::label)
                                        .toList())))
                .collect(Collectors.toSet());
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
            formats.add(Arrays.stream(ReportFormat.values())
                    .filter(format -> format.label().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> unknown(
                            "reports",
                            name,
                            Arrays.stream(ReportFormat.values())
                                    .map(ReportFormat::label)
                                    .toList())));
        }
        return formats;
    }

    private static IllegalArgumentException unknown(String parameter, String value, List<String> allowed) {
        return unknown(parameter, value, String.join(", ", allowed));
    }

    static IllegalArgumentException unknown(String parameter, String value, String allowed) {
        return new IllegalArgumentException(
                "Unknown value '" + Visible.of(value) + "' of cucm-certs." + parameter + ". Allowed: " + allowed);
    }

    /**
     * A glob.
     *
     * @throws IllegalArgumentException if the text is not a glob
     */
    static Glob glob(String parameter, String text) {
        try {
            return new Glob(text);
        } catch (PatternSyntaxException e) {
            throw unknown(parameter, text, "a glob (" + e.getDescription() + ")");
        }
    }
}
