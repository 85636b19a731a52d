package io.github.cucmcerts.plan;

import static io.github.cucmcerts.plan.procedure.UploadText.STORE_EXPORTED;
import static io.github.cucmcerts.plan.procedure.UploadText.STORE_HOLDS;
import static io.github.cucmcerts.plan.procedure.UploadText.STORE_LACKS;
import static io.github.cucmcerts.plan.procedure.UploadText.STORE_SHOWS;
import static io.github.cucmcerts.plan.procedure.UploadText.STORE_UNKNOWN;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.plan.Plan.Fact;
import io.github.cucmcerts.plan.Plan.Step;
import io.github.cucmcerts.plan.procedure.UploadText;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Outcome;
import io.github.cucmcerts.trust.StoreAfter;
import io.github.cucmcerts.trust.StoreChain;
import io.github.cucmcerts.upload.NodeExport;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the plan knows or assumes about the trust stores of its uploads. */
final class StoreState {
    private final Map<String, Held> stores = new LinkedHashMap<>();

    /**
     * What is known about one store.
     *
     * @param names the names of the certificates to upload to it
     * @param deployed the certificates with these names that it already has
     * @param hasDeployed whether {@code deployed/} has certificates of this store
     * @param exports the exports that show everything in it
     */
    private record Held(Set<String> names, Set<Certificate> deployed, boolean hasDeployed, List<String> exports) {}

    StoreState(Facts facts, List<UploadSet> planned, Deletions deletions) {
        for (UploadSet set : planned) {
            facts.chains(set).stream()
                    .filter(chain -> !chain.chain().authorities().isEmpty())
                    .forEach(chain -> add(chain, deletions, facts.telling(chain.store(), set)));
        }
    }

    private void add(StoreChain chain, Deletions deletions, List<NodeExport> telling) {
        Held held = stores.computeIfAbsent(
                chain.store().label(),
                label -> new Held(
                        new LinkedHashSet<>(),
                        new LinkedHashSet<>(),
                        !chain.store().deployed().isEmpty(),
                        telling.stream().map(StoreState::named).distinct().toList()));
        StoreAfter after = deletions.after(chain.store());
        for (Certificate authority : chain.fromTheRoot()) {
            Outcome outcome = after.outcome(authority);
            if (outcome instanceof Outcome.AlreadyThere) {
                held.deployed.add(authority);
            } else {
                held.names.add(authority
                        .subject()
                        .commonName()
                        .orElse(authority.subject().toString()));
            }
            if (outcome instanceof Outcome.Replaces replaces) {
                held.deployed.addAll(replaces.deployed());
            }
        }
        deletions.keepingOut(chain).values().forEach(held.deployed::addAll);
    }

    private static String named(NodeExport export) {
        return export.file() + export.takenAt().map(taken -> " of " + taken).orElse("");
    }

    /** What to check in the trust stores, or only to know if an export shows it; stores with the same text share a step. */
    Stream<Step> steps(Steps steps) {
        Map<List<Object>, List<String>> byText = new LinkedHashMap<>();
        stores.forEach((label, held) -> byText.computeIfAbsent(
                        List.of(text(held), held.names, held.deployed, held.exports), key -> new ArrayList<>())
                .add(label));
        return byText.values().stream().map(labels -> step(labels, stores.get(labels.get(0)), steps));
    }

    private static Step step(List<String> labels, Held held, Steps steps) {
        UploadText text = text(held);
        List<Fact> facts = new ArrayList<>();
        held.deployed.forEach(certificate -> facts.add(new Fact(
                "Contains",
                StepFacts.subject(certificate).and(Words.prose(", ")).and(StepFacts.listed(List.of(certificate))))));
        Words words =
                text.words(Map.of("names", Words.codes(List.copyOf(held.names)), "exports", Words.codes(held.exports)));
        if (text.equals(STORE_EXPORTED)) {
            return steps.toKnow(words, List.of(new Fact("Trust stores", Words.codes(labels))), text.sources());
        }
        return steps.toDo(words, facts, labels.stream().map(Words::code).toList(), text.sources());
    }

    private static UploadText text(Held held) {
        if (!held.deployed.isEmpty()) {
            return held.exports.isEmpty() ? STORE_HOLDS : STORE_SHOWS;
        }
        if (!held.exports.isEmpty()) {
            return STORE_EXPORTED;
        }
        return held.hasDeployed ? STORE_LACKS : STORE_UNKNOWN;
    }
}
