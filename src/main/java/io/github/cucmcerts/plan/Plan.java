package io.github.cucmcerts.plan;

import io.github.cucmcerts.cucm.Citation;
import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * The runbook of a change window.
 *
 * @param plugin the plugin's version
 * @param cluster the cluster's name for titles
 * @param directory the scanned directory's name for people
 * @param window when it happens
 * @param settings what is configured of the cluster, one fact each
 * @param left upload sets that are not part of it, by why
 * @param documents those that it cites
 */
public record Plan(
        String plugin,
        Words cluster,
        Words directory,
        String window,
        List<Fact> settings,
        List<Left> left,
        List<Part> parts,
        List<Document> documents) {
    /** The title of what is left out for a reason that has to be mended. */
    public static final String NOT_ATTEMPTED = "Not to be attempted";

    /** What is said where there is no part. */
    public static final String NOTHING = "Nothing is to be uploaded.";

    /** Upload sets that are left out for one reason. */
    public record Left(String title, List<Item> items) {}

    /** One of them, and what is said of it. */
    public record Item(Words set, List<Words> reasons) {}

    /**
     * What belongs together: the cautions, the steps of one purpose.
     *
     * @param nodes where a purpose's certificates go up
     */
    public record Part(String title, Words nodes, List<Section> sections) {
        /** What it is for, and which steps it has. */
        public Words outline() {
            Words where = nodes.spans().isEmpty() ? nodes : Words.prose(" on ").and(nodes);
            List<Integer> numbers = numbers();
            int first = numbers.get(0);
            int last = numbers.get(numbers.size() - 1);
            String range = first == last ? ": step " + first : ": steps " + first + " to " + last;
            return Words.prose(title).and(where).and(Words.prose(range));
        }

        /** What a link leads to. */
        public String anchor() {
            return title.replaceAll("[^A-Za-z0-9]+", "-");
        }

        private List<Integer> numbers() {
            return sections.stream()
                    .flatMap(section -> section.steps().stream())
                    .flatMap(step -> step.number().stream())
                    .toList();
        }
    }

    /** The title is empty where the part needs none. */
    public record Section(String title, List<Step> steps) {}

    /**
     * Something to do, or to know.
     *
     * @param number where it is to be ticked off
     * @param facts what to type, and what to compare
     * @param ticks what is to be ticked off one by one, such as nodes
     */
    public record Step(
            Optional<Integer> number, Words text, List<Fact> facts, List<Words> ticks, List<Citation> sources) {}

    /** A value with its name. */
    public record Fact(String label, Words value) {}

    /** The parts in which there is something to do. */
    public List<Part> toDo() {
        return parts.stream().filter(part -> !part.numbers().isEmpty()).toList();
    }
}
