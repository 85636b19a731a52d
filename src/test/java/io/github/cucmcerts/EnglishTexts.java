package io.github.cucmcerts;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import io.github.cucmcerts.plan.procedure.Instruction;
import io.github.cucmcerts.plan.procedure.Procedure;
import io.github.cucmcerts.plan.procedure.UploadText;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.TextTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Collects the English texts that the code gives to a {@link io.github.cucmcerts.text.Language}, by their keys. */
final class EnglishTexts {
    private static final Pattern EVIDENCE = Pattern.compile("\\{([A-Za-z0-9]+)\\}");
    private static final Path JAVA = Path.of("src/main/java");
    /** Writes docs/rules. */
    private static final Path RULE_PAGES = Path.of("src/test/java/io/github/cucmcerts/docs/RulePages.java");

    private static final Path PAGES = Path.of("src/main/jte");
    private static final Pattern KEY = Pattern.compile("(reason|report|plan|request|mojo)\\.[A-Za-z0-9.-]+");
    /** Of {@code Language} and {@code Message}. */
    private static final Set<String> METHODS = Set.of("text", "words", "counted", "of");
    /** A text in a page template. */
    private static final Pattern CALL = Pattern.compile(
            "\\.(text|words|counted)\\(\"(" + KEY + ")\", (?:[^\"]+, )?((?:\"(?:[^\"\\\\]|\\\\.)*\"(?:, )?)+)");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, String> texts = new TreeMap<>();

    private EnglishTexts() {}

    static Map<String, String> all() throws IOException {
        EnglishTexts all = new EnglishTexts();
        RuleBook.catalogue().forEach(all::add);
        all.addRunbook();
        all.addSources();
        all.addPages();
        return all.texts;
    }

    private void add(RuleInfo rule) {
        Map<String, String> its = new TreeMap<>(Map.of(
                "title", rule.title(),
                "message", rule.message(),
                "cucm", rule.cucm(),
                "rationale", rule.rationale(),
                "remedy", rule.remedy(),
                "whyError", rule.whyError()));
        for (int i = 0; i < rule.causes().size(); i++) {
            its.put("cause" + (i + 1), rule.causes().get(i));
        }
        its.values().removeIf(String::isEmpty);
        its.values().forEach(this::addEvidence);
        its.forEach((field, text) -> add("rule." + rule.id() + "." + field, text));
    }

    private void addEvidence(String template) {
        EVIDENCE.matcher(template).results().forEach(place -> {
            String name = place.group(1);
            add(
                    "evidence." + name,
                    TextTemplate.of("{" + name + "}")
                            .explained(Language.ENGLISH)
                            .toString()
                            .replaceAll("[<>]", ""));
        });
    }

    private void add(String key, String text) {
        String before = texts.put(key, text);
        if (before != null && !before.equals(text)) {
            throw new AssertionError("Two texts have the key " + key + ": " + before + " / " + text);
        }
    }

    /** These texts share parts, so the source has no literals of them. */
    private void addRunbook() {
        for (Instruction instruction : Procedure.ALL) {
            add(instruction.text());
            instruction.each().ifPresent(this::add);
        }
        for (UploadText text : UploadText.values()) {
            add(text.key(), text.english());
        }
    }

    private void add(Message message) {
        add(message.key(), message.english());
    }

    private void addSources() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> sources =
                Stream.concat(found(JAVA).stream(), Stream.of(RULE_PAGES)).toList();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Calls(), this);
            }
        }
    }

    private static List<Path> found(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static final class Calls extends TreeScanner<Void, EnglishTexts> {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, EnglishTexts all) {
            List<? extends ExpressionTree> arguments = call.getArguments();
            String method = call.getMethodSelect() instanceof MemberSelectTree select
                    ? select.getIdentifier().toString()
                    : call.getMethodSelect().toString();
            if (METHODS.contains(method) && arguments.size() > 1) {
                Optional<String> key = literal(arguments.get(0))
                        .filter(text -> KEY.matcher(text).matches());
                if (key.isPresent()) {
                    all.add(
                            key.get(),
                            method.equals("counted")
                                    ? literal(arguments, 2) + "|" + literal(arguments, 3)
                                    : literal(arguments, 1));
                }
            }
            return super.visitMethodInvocation(call, all);
        }

        private static String literal(List<? extends ExpressionTree> arguments, int index) {
            return literal(arguments.get(index)).orElseThrow(() -> new AssertionError("No literal text: " + arguments));
        }

        private static Optional<String> literal(ExpressionTree tree) {
            if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                return Optional.of(text);
            }
            if (tree instanceof BinaryTree sum) {
                return literal(sum.getLeftOperand())
                        .flatMap(left -> literal(sum.getRightOperand()).map(right -> left + right));
            }
            return Optional.empty();
        }
    }

    private void addPages() throws IOException {
        for (Path page : found(PAGES)) {
            for (MatchResult call :
                    CALL.matcher(Files.readString(page)).results().toList()) {
                add(
                        call.group(2),
                        LITERAL.matcher(call.group(4))
                                .results()
                                .limit(call.group(1).equals("counted") ? 2 : 1) // the others name places
                                .map(text -> text.group(1).replace("\\\"", "\""))
                                .collect(Collectors.joining("|")));
            }
        }
    }
}
