package io.github.cucmcerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the words that docs/style.md rules out against all code, texts and pages. */
class StyleTest {
    private static final Path STYLE = Path.of("docs/style.md");

    private static final List<Path> ROOTS = List.of(
            Path.of("src"),
            Path.of("docs"),
            Path.of("examples"),
            Path.of(".github"),
            Path.of("README.md"),
            Path.of("CONTRIBUTING.md"),
            Path.of("CHANGELOG.md"),
            Path.of("SECURITY.md"),
            Path.of("pom.xml"));

    private static final Set<String> TEXT = Set.of(
            "java", "jte", "js", "css", "md", "txt", "xml", "properties", "json", "groovy", "yml", "yaml", "cnf");

    @Test
    void noTextHasAWordThatTheStyleRulesOut() throws IOException {
        Pattern words = Pattern.compile("(?i)\\b(" + ruledOut(Files.readString(STYLE)) + ")\\b");
        List<String> found = new ArrayList<>();
        for (Path root : ROOTS) {
            for (Path file : files(root)) {
                String text = Files.readString(file);
                for (MatchResult match : words.matcher(text).results().toList()) {
                    found.add(file + ":" + line(text, match.start()) + ": " + match.group());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** The right column of the last table, where a phrase may also go on in the next line of a comment or of a string. */
    private static String ruledOut(String style) {
        return style.substring(style.indexOf("| write | not |"))
                .lines()
                .skip(2)
                .map(row -> row.split("\\|")[2])
                .flatMap(column -> Stream.of(column.split(",")))
                .map(phrase -> phrase.strip().replace(" ", "[\\s*/#\"+]+"))
                .collect(Collectors.joining("|"));
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(STYLE))
                    .filter(file -> TEXT.contains(extension(file)))
                    .sorted()
                    .toList();
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static long line(String text, int at) {
        return text.substring(0, at).lines().count();
    }
}
