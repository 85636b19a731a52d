import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Creates a rule to start from: its class, a case that it must find, a case that it must not find, and its line in the
 * rule book, all formatted. Run it in the root of the project: {@code java src/scaffold/java/NewRule.java san san-
 * example "What it finds"}.
 */
public final class NewRule {
    private static final Path MAIN = Path.of("src/main/java/io/github/cucmcerts/rule");
    private static final Path TEST = Path.of("src/test/java/io/github/cucmcerts/rule");
    private static final List<String> TOPICS =
            List.of("csr-match", "san", "chain", "trust-store", "validity", "key-usage", "files", "deployed", "change");

    private NewRule() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean isUsable = args.length == 3
                && TOPICS.contains(args[0])
                && args[1].matches("[a-z]+(-[a-z0-9]+)*")
                && !args[2].isBlank();
        if (!isUsable) {
            System.err.println("java src/scaffold/java/NewRule.java <topic> <rule-id> \"<what it finds>\"\nTopics: "
                    + String.join(", ", TOPICS));
            System.exit(2);
        }
        String topic = args[0];
        String id = args[1];
        String folder = topic.replace("-", "");
        Path rule = MAIN.resolve(folder).resolve(camel(id) + ".java");
        Path book = MAIN.resolve("RuleBook.java");
        Path cases = TEST.resolve(camel(topic) + "Cases.java");
        if (Files.exists(rule)) {
            System.err.println(rule + " already exists");
            System.exit(1);
        }
        Files.writeString(rule, rule(topic, id, args[2].replace("\\", "\\\\").replace("\"", "\\\"")));
        insert(
                book,
                "import io.github.cucmcerts.rule." + folder + ".",
                "import io.github.cucmcerts.rule." + folder + "." + camel(id) + ";");
        insert(book, lastOf(folder), "            new " + camel(id) + "(),");
        insert(cases, "    static final List<Case> ALL = List.of(", cases(id));
        format(rule, book, cases);
        System.out.println("Write the rule in " + rule + " and its cases in " + cases
                + ". Then: mvn -Pquick test -Dtest=RulesTest -Dcucm-certs.rule=" + id);
    }

    private static String camel(String id) {
        return Arrays.stream(id.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The line of the topic's last rule in the rule book. */
    private static String lastOf(String folder) throws IOException {
        List<String> classes;
        try (var files = Files.list(MAIN.resolve(folder))) {
            classes = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }
        return Files.readAllLines(MAIN.resolve("RuleBook.java")).stream()
                .filter(line -> classes.stream().anyMatch(name -> line.startsWith("            new " + name + "()")))
                .reduce((one, last) -> last)
                .orElseThrow();
    }

    /** Inserts the text below the last line with this beginning; if that line ends the list, it gets the comma and the text ends the list. */
    private static void insert(Path file, String beginning, String text) throws IOException {
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(file));
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).startsWith(beginning)) {
                if (lines.get(i).endsWith(");")) {
                    lines.set(i, lines.get(i).replaceAll("\\);$", ","));
                    lines.add(i + 1, text.replaceAll(",$", ");"));
                } else {
                    lines.add(i + 1, text);
                }
                Files.write(file, lines);
                return;
            }
        }
        throw new IOException("The file " + file + " has no line that begins with '" + beginning + "'");
    }

    private static void format(Path... files) throws IOException, InterruptedException {
        String mvn = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
        String names =
                Arrays.stream(files).map(file -> ".*" + file.getFileName()).collect(Collectors.joining(","));
        int status = new ProcessBuilder(mvn, "-q", "spotless:apply", "-DspotlessFiles=" + names)
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            System.exit(status);
        }
    }

    private static String rule(String topic, String id, String title) {
        return """
                package io.github.cucmcerts.rule.%s;

                import io.github.cucmcerts.inventory.NamedKey;
                import io.github.cucmcerts.rule.Findings;
                import io.github.cucmcerts.rule.RuleInfo;
                import io.github.cucmcerts.rule.SetRule;
                import io.github.cucmcerts.rule.Severity;
                import io.github.cucmcerts.rule.Source;
                import io.github.cucmcerts.rule.Topic;
                import io.github.cucmcerts.trust.Facts;
                import io.github.cucmcerts.upload.UploadSet;

                /** Which document requires what, in your own words, with its section. */
                public final class %s extends SetRule {
                    public %s() {
                        super(RuleInfo.of("%s", Topic.%s, Severity.WARNING, "%s")
                                .message("What is wrong, with the evidence: {subject}.")
                                .rationale("Why it matters.")
                                .causes("What likely happened, the most likely cause first.")
                                .remedy("Do this, then do that.")
                                .source(Source.TECH_NOTE, "The section", Source.Kind.ADVICE));
                    }

                    @Override
                    protected boolean appliesTo(UploadSet set) {
                        return set.request().isPresent();
                    }

                    @Override
                    public void check(UploadSet set, Facts facts, Findings findings) {
                        NamedKey request = set.request().orElseThrow();
                        if (request.subject().commonName().isEmpty()) {
                            findings.on(request)
                                    .with("subject", request.subject().toString())
                                    .report();
                        }
                    }
                }
                """.formatted(
                        folder(topic),
                        camel(id),
                        camel(id),
                        id,
                        topic.toUpperCase(Locale.ROOT).replace('-', '_'),
                        title);
    }

    private static String folder(String topic) {
        return topic.replace("-", "");
    }

    private static String cases(String id) {
        return """
                            found("%s", "say what must be found")
                                    .in(tree -> tree.set(
                                            TOMCAT, GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.subject("O=Example"))))),
                            clean("%s", "say what is similar and must not be found").in(tree -> tree.set(TOMCAT)),""".formatted(id, id);
    }
}
