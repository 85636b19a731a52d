package io.github.cucmcerts.plan;

import io.github.cucmcerts.cucm.Citation;
import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.plan.procedure.Mark;
import io.github.cucmcerts.text.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runbook of a change window.
 *
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
        String plugin,
        Words cluster,
        Words directory,
        String window,
        ZoneOffset offset,
        List<Fact> settings,
        List<Left> left,
        List<Part> parts,
        List<Document> documents) {
    /** The title of the upload sets that have a problem to fix first. */
    public static final String NOT_ATTEMPTED = "Do not upload";

    /** The title of what the error messages of an upload mean. */
    public static final String REJECTED = "If CUCM rejects an upload";

    /** The label of a file to choose. */
    public static final String FILE = "File";

    /** The text if there are no parts. */
    public static final String NOTHING = "There is nothing to upload.";

    /**
     * Upload sets with the same reason.
     *
     * @param note what applies to all of them; empty if there is nothing to say
     */
    public record Left(String title, Words note, List<Item> items) {}

    /** One of them, and the details. */
    public record Item(Words set, List<Words> reasons) {}

    /**
     * A chapter, such as the cautions or the steps of one purpose.
     *
     * @param nodes the nodes on which the purpose's certificates are uploaded
     */
    public record Part(String title, Words nodes, List<Section> sections) {
        /** Its title, nodes, and step numbers, if it has steps. */
        public Words outline() {
            Words where = nodes.spans().isEmpty() ? nodes : Words.prose(" on ").and(nodes);
            List<Integer> numbers = numbers();
            if (numbers.isEmpty()) {
                return Words.prose(title).and(where);
            }
            int first = numbers.get(0);
            int last = numbers.get(numbers.size() - 1);
            String range = first == last ? ": step " + first : ": steps " + first + " to " + last;
            return Words.prose(title).and(where).and(Words.prose(range));
        }

        /** Its steps that cannot be undone or that users notice. */
        public List<Step> risks() {
            return steps().filter(step -> step.mark().isRisk()).toList();
        }

        public String anchor() {
            return Plan.anchor(title);
        }

        private List<Integer> numbers() {
            return steps().flatMap(step -> step.number().stream()).toList();
        }

        private Stream<Step> steps() {
            return sections.stream().flatMap(section -> section.steps().stream());
        }

        Part withFileNames(int digits) {
            return new Part(
                    title,
                    nodes,
                    sections.stream()
                            .map(section -> section.withFileNames(digits))
                            .toList());
        }
    }

    /** The title is empty if the part needs none. */
    public record Section(String title, List<Step> steps) {
        private Section withFileNames(int digits) {
            return new Section(
                    title, steps.stream().map(step -> step.withFileName(digits)).toList());
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

        /** The numbers in all names have the same number of digits, so that a file dialog sorts them. */
        private Step withFileName(int digits) {
            if (file.isEmpty()) {
                return this;
            }
            UploadFile named = file.get().numbered(number.orElseThrow(), digits);
            List<Fact> all = new ArrayList<>(
                    List.of(new Fact(FILE, Words.code(named.name())), new Fact("Made from", named.source())));
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
            return "The documents give no times.";
        }
        int minutes = waits.stream().mapToInt(step -> step.mark().minutes()).sum();
        List<String> numbers = waits.stream()
                .map(step -> step.number().orElseThrow().toString())
                .toList();
        return "Up to " + minutes + " minutes of waiting (" + (numbers.size() == 1 ? "step " : "steps ")
                + String.join(", ", numbers) + "). The documents give no times for the other steps.";
    }

    /** The target of a link to the part with that title. */
    public static String anchor(String title) {
        return title.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** The parts that have something to do. */
    public List<Part> toDo() {
        return parts.stream().filter(part -> !part.numbers().isEmpty()).toList();
    }
}
