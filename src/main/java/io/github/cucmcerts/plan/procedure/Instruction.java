package io.github.cucmcerts.plan.procedure;

import io.github.cucmcerts.cucm.Citation;
import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing that the documents say to do, or to know, before or after an upload.
 *
 * @param purposes the purposes that it applies to; empty means all
 * @param from the first release that it applies to; if present, it does not apply to an unknown release
 * @param before the first release that it no longer applies to
 * @param when the circumstances that it needs, all of them
 * @param text an optional part with {@code {whole}} is left out where only the restart is named
 * @param each the text of each node's check box; empty means only the node's name
 */
public record Instruction(
        Moment moment,
        Set<Purpose> purposes,
        Optional<Release> from,
        Optional<Release> before,
        Set<Circumstance> when,
        Where where,
        Message text,
        Optional<Message> each,
        Mark mark,
        List<Citation> sources) {

    private static final String AREA = "plan.";

    /**
     * An instruction that always applies; the methods below narrow it.
     *
     * @param id of its text among the texts of runbooks
     */
    static Instruction at(Moment moment, String id, String text, Object... values) {
        return new Instruction(
                moment,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Where.ANYWHERE,
                Message.of(AREA + id, text, values),
                Optional.empty(),
                Mark.NONE,
                List.of());
    }

    Instruction of(Purpose... some) {
        return new Instruction(moment, Set.of(some), from, before, when, where, text, each, mark, sources);
    }

    Instruction from(String release) {
        return new Instruction(
                moment, purposes, Optional.of(Release.parse(release)), before, when, where, text, each, mark, sources);
    }

    Instruction before(String release) {
        return new Instruction(
                moment, purposes, from, Optional.of(Release.parse(release)), when, where, text, each, mark, sources);
    }

    Instruction when(Circumstance... all) {
        return new Instruction(moment, purposes, from, before, Set.of(all), where, text, each, mark, sources);
    }

    Instruction on(Where nodes) {
        return new Instruction(moment, purposes, from, before, when, nodes, text, each, mark, sources);
    }

    Instruction each(String id, String tick) {
        Optional<Message> its = Optional.of(Message.of(AREA + id + ".each", tick));
        return new Instruction(moment, purposes, from, before, when, where, text, its, mark, sources);
    }

    Instruction mark(Mark other) {
        return new Instruction(moment, purposes, from, before, when, where, text, each, other, sources);
    }

    Instruction source(Document document, String section) {
        List<Citation> all = Stream.concat(sources.stream(), Stream.of(new Citation(document, section)))
                .toList();
        return new Instruction(moment, purposes, from, before, when, where, text, each, mark, all);
    }

    /** The text with all its parts. */
    public Message whole() {
        return text.with("whole", Words.NONE);
    }

    /** Only what to restart, with the risk for calls. */
    Message restart() {
        return mark == Mark.DROPS_CALLS
                ? Message.of("plan.restart-drops-calls", "{restart} This drops calls.", "restart", text)
                : text;
    }

    /**
     * Whether it applies.
     *
     * @param release if it is unknown, the instructions for 10.x to 12.x apply
     * @param uploads the purposes whose certificates are uploaded, with their circumstances
     */
    boolean applies(Optional<Release> release, Map<Purpose, Set<Circumstance>> uploads) {
        return (from.isEmpty()
                        || release.filter(it -> it.compareTo(from.get()) >= 0).isPresent())
                && (before.isEmpty()
                        || release.filter(it -> it.compareTo(before.get()) >= 0).isEmpty())
                && uploads.entrySet().stream()
                        .anyMatch(upload -> (purposes.isEmpty() || purposes.contains(upload.getKey()))
                                && upload.getValue().containsAll(when));
    }
}
