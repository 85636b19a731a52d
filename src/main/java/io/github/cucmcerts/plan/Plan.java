package io.github.cucmcerts.plan;

import io.github.cucmcerts.cucm.Citation;
import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.plan.procedure.Mark;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runbook of a change window.
 *
 * @param language of its texts
 * @param plugin the plugin's version
 * @param cluster the cluster's name for titles
 * @param directory the scanned directory's name for people
 * @param window the change window
 * @param offset the change window's offset, for other times
 * @param settings the configuration of the cluster, one fact each
 * @param left upload sets that need an explanation, grouped by the reason
 * @param documents the documents that it cites
 */
public record Plan(
        Language language,
        String plugin,
        Words cluster,
        Words directory,
        String window,
        ZoneOffset offset,
        List<Fact> settings,
        List<Left> left,
        List<Part> parts,
        List<Document> documents) {
    /** The anchor of what the error messages of an upload mean. */
    public static final String REJECTED = "If-CUCM-rejects-an-upload";

    /**
     * Upload sets with the same reason.
     *
     * @param isProblem whether they have a problem to fix first
     * @param note what applies to all of them; empty if there is nothing to say
     */
    public record Left(boolean isProblem, String title, Words note, List<Item> items) {}

    /** One of them, and the details. */
    public record Item(Words set, List<Words> reasons) {}

    /**
     * A chapter, such as the cautions or the steps of one purpose.
     *
     * @param anchor the target of links to it
     * @param nodes the nodes on which the purpose's certificates are uploaded
     */
    public record Part(String anchor, String title, Words nodes, List<Section> sections) {
        /** Its title, nodes, and step numbers, if it has steps. */
        public Words outline(Language language) {
            List<Object> values = new ArrayList<>(List.of("title", title));
            if (!nodes.spans().isEmpty()) {
                values.addAll(List.of("nodes", nodes));
            }
            List<Integer> numbers = numbers();
            if (numbers.size() == 1) {
                values.addAll(List.of("step", numbers.get(0).toString()));
            } else if (!numbers.isEmpty()) {
                values.addAll(List.of(
                        "first",
                        numbers.get(0).toString(),
                        "last",
                        numbers.get(numbers.size() - 1).toString()));
            }
            return language.words(
                    "plan.outline", "{title}[ on {nodes}][: step {step}][: steps {first} to {last}]", values.toArray());
        }

        /** Its steps that cannot be undone or that users notice. */
        public List<Step> risks() {
            return steps().filter(step -> step.mark().isRisk()).toList();
        }

        private List<Integer> numbers() {
            return steps().flatMap(step -> step.number().stream()).toList();
        }

        private Stream<Step> steps() {
            return sections.stream().flatMap(section -> section.steps().stream());
        }

        Part withFileNames(int digits, Language language) {
            return new Part(
                    anchor,
                    title,
                    nodes,
                    sections.stream()
                            .map(section -> section.withFileNames(digits, language))
                            .toList());
        }
    }

    /**
     * A section of a part.
     *
     * @param isImpact whether users can notice what it describes
     * @param title empty if the part needs none
     */
    public record Section(boolean isImpact, String title, List<Step> steps) {
        private Section withFileNames(int digits, Language language) {
            return new Section(
                    isImpact,
                    title,
                    steps.stream()
                            .map(step -> step.withFileName(digits, language))
                            .toList());
        }
    }

    /**
     * Something to do or to know.
     *
     * @param number present if it is something to do
     * @param mark whether it must look different
     * @param facts what to type, and what to compare
     * @param ticks items with their own check boxes, such as nodes
     * @param file the file to upload
     */
    public record Step(
            Optional<Integer> number,
            Mark mark,
            Words text,
            List<Fact> facts,
            List<Words> ticks,
            List<Citation> sources,
            Optional<UploadFile> file) {
        Step uploading(UploadFile upload) {
            return new Step(number, mark, text, facts, ticks, sources, Optional.of(upload));
        }

        /** Whether it names the file to choose. */
        public boolean isFile(Fact fact) {
            return file.isPresent() && fact.equals(facts.get(0));
        }

        /** The numbers in all names have the same number of digits, so that a file dialog sorts them. */
        private Step withFileName(int digits, Language language) {
            if (file.isEmpty()) {
                return this;
            }
            UploadFile named = file.get().numbered(number.orElseThrow(), digits);
            List<Fact> all = new ArrayList<>(List.of(
                    new Fact(language.text("plan.file", "File"), Words.code(named.name())),
                    new Fact(language.text("plan.made-from", "Made from"), named.source())));
            all.addAll(facts);
            return new Step(number, mark, text, all, ticks, sources, Optional.of(named));
        }
    }

    /** A value with its name. */
    public record Fact(String label, Words value) {}

    /** The files to upload, in the order of the steps. */
    public List<UploadFile> files() {
        return parts.stream()
                .flatMap(part -> part.sections().stream())
                .flatMap(section -> section.steps().stream())
                .flatMap(step -> step.file().stream())
                .toList();
    }

    /** How long the change lasts, as far as the documents say it. */
    public String duration() {
        List<Step> waits = parts.stream()
                .flatMap(Part::steps)
                .filter(step -> step.mark().minutes() > 0)
                .toList();
        if (waits.isEmpty()) {
            return language.text("plan.no-duration", "The documents give no times.");
        }
        String minutes = Integer.toString(
                waits.stream().mapToInt(step -> step.mark().minutes()).sum());
        List<String> numbers = waits.stream()
                .map(step -> step.number().orElseThrow().toString())
                .toList();
        return numbers.size() == 1
                ? language.text(
                        "plan.duration-of-step",
                        "Up to {minutes} minutes of waiting (step {step}). The documents give no times for the other steps.",
                        "minutes",
                        minutes,
                        "step",
                        numbers.get(0))
                : language.text(
                        "plan.duration-of-steps",
                        "Up to {minutes} minutes of waiting (steps {steps}). The documents give no times for the other steps.",
                        "minutes",
                        minutes,
                        "steps",
                        language.listed(numbers.stream().map(Words::prose).toList()));
    }

    /** The text if there are no parts. */
    public String nothing() {
        return language.text("plan.nothing", "There is nothing to upload.");
    }

    /** The citation; our own advice is no document. */
    public String cited(Citation citation) {
        return citation.document() == Document.THIS_PLUGIN ? label(citation.document()) : citation.toString();
    }

    public String label(Document document) {
        return document == Document.THIS_PLUGIN ? language.text("plan.this-plugin", "this plugin") : document.label();
    }

    public String title(Document document) {
        return document == Document.THIS_PLUGIN
                ? language.text("plan.own-advice", "cucm-certs-maven-plugin: our own advice, not from a document")
                : document.title();
    }

    /** The target of links to the document. */
    public static String anchor(Document document) {
        return document.label().replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** The parts that have something to do. */
    public List<Part> toDo() {
        return parts.stream().filter(part -> !part.numbers().isEmpty()).toList();
    }
}
