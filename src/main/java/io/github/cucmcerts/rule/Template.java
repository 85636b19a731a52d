package io.github.cucmcerts.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text over named evidence: {@code {name}} is replaced; {@code [...]} is left out where evidence named in it is missing. */
final class Template {
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)\\]");
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)\\}");
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private Template() {}

    static String filled(String template, Map<String, List<String>> evidence) {
        String whole = OPTIONAL.matcher(template)
                .replaceAll(part -> Matcher.quoteReplacement(isComplete(part.group(1), evidence) ? part.group(1) : ""));
        return NAME.matcher(whole)
                .replaceAll(name ->
                        Matcher.quoteReplacement(String.join(", ", evidence.getOrDefault(name.group(1), List.of()))));
    }

    /** The template for people: every part of it is there, and {@code <file name>} stands for {@code {fileName}}. */
    static String explained(String template) {
        String whole = OPTIONAL.matcher(template).replaceAll("$1");
        return NAME.matcher(whole).replaceAll(name -> "<" + words(name.group(1)) + ">");
    }

    private static String words(String name) {
        return CAPITAL.matcher(name).replaceAll(letter -> " " + letter.group().toLowerCase(Locale.ROOT));
    }

    static boolean isComplete(String text, Map<String, List<String>> evidence) {
        return NAME.matcher(text)
                .results()
                .noneMatch(
                        name -> evidence.getOrDefault(name.group(1), List.of()).isEmpty());
    }
}
