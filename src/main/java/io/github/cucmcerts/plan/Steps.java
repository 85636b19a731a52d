package io.github.cucmcerts.plan;

import io.github.cucmcerts.cucm.Citation;
import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.plan.Plan.Fact;
import io.github.cucmcerts.plan.Plan.Step;
import io.github.cucmcerts.plan.procedure.Instruction;
import io.github.cucmcerts.plan.procedure.Mark;
import io.github.cucmcerts.plan.procedure.Where;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes and numbers the steps of a plan, and notes which documents they cite. */
final class Steps {
    /** Room for a number; on the page, a field. */
    private static final Words NUMBER = Words.prose("…………");

    private final StepNodes nodes;
    private final StepFacts facts;
    private final Language language;
    private final Set<Document> documents = EnumSet.noneOf(Document.class);
    private int last;

    Steps(StepNodes nodes, StepFacts facts) {
        this.nodes = nodes;
        this.facts = facts;
        language = facts.language();
    }

    StepFacts facts() {
        return facts;
    }

    /** The number of the next step. */
    int next() {
        return last + 1;
    }

    List<Document> documents() {
        return new ArrayList<>(documents);
    }

    /** Something to do. */
    Step toDo(Words text, List<Fact> facts, List<Words> ticks, List<Citation> sources) {
        return toDo(Mark.NONE, text, facts, ticks, sources);
    }

    /** Something to do that must look different. */
    Step toDo(Mark mark, Words text, List<Fact> facts, List<Words> ticks, List<Citation> sources) {
        last++;
        return step(Optional.of(last), mark, text, facts, ticks, sources);
    }

    /** Something to know. */
    Step toKnow(Words text, List<Fact> facts, List<Citation> sources) {
        return step(Optional.empty(), Mark.NONE, text, facts, List.of(), sources);
    }

    private Step step(
            Optional<Integer> number,
            Mark mark,
            Words text,
            List<Fact> facts,
            List<Words> ticks,
            List<Citation> sources) {
        sources.forEach(source -> documents.add(source.document()));
        return new Step(number, mark, text, facts, ticks, sources, Optional.empty());
    }

    /** Something that the documents say to do, with a check box for each node. */
    Step toDo(Instruction instruction, List<UploadSet> sets) {
        Set<Words> ticks = new LinkedHashSet<>();
        if (instruction.where() == Where.CHANGED) {
            for (UploadSet set : sets) {
                nodes.each(set).forEach(node -> ticks.add(tick(instruction, node, set)));
            }
        } else {
            nodes.at(instruction.where(), sets)
                    .forEach(node -> ticks.add(tick(instruction, Map.of("node", node, "number", NUMBER))));
        }
        Words text = language.in(instruction.whole().with("checkServed", checkServed(instruction, sets)));
        return toDo(instruction.mark(), text, List.of(), List.copyOf(ticks), instruction.sources());
    }

    private static Words checkServed(Instruction instruction, List<UploadSet> sets) {
        return Words.command("mvn io.github.cucmcerts:cucm-certs-maven-plugin:check-served -Dcucm-certs.purposes="
                + sets.stream()
                        .map(UploadSet::purpose)
                        .filter(instruction.purposes()::contains)
                        .map(Purpose::label)
                        .distinct()
                        .collect(Collectors.joining(",")));
    }

    private Words tick(Instruction instruction, Words node, UploadSet set) {
        Certificate leaf = set.leaf().orElseThrow();
        return tick(
                instruction,
                Map.of(
                        "node", node,
                        "serial", Words.code(StepFacts.serial(leaf)),
                        "sha256", Words.code(leaf.sha256()),
                        "valid", Words.code(facts.validity(leaf))));
    }

    private Words tick(Instruction instruction, Map<String, Object> evidence) {
        return instruction
                .each()
                .map(each -> language.in(new Message(each.key(), each.english(), evidence)))
                .orElseGet(() -> (Words) evidence.get("node"));
    }

    /** Something to know from the documents. */
    Step toKnow(Instruction instruction) {
        return toKnow(language.in(instruction.whole()), List.of(), instruction.sources());
    }
}
