package io.github.cucmcerts.plan;

import static io.github.cucmcerts.plan.procedure.UploadText.STORES_ASSUMED;
import static io.github.cucmcerts.plan.procedure.UploadText.STORES_ASSUMED_FROM_14;
import static io.github.cucmcerts.plan.procedure.UploadText.STORES_KNOWN;
import static io.github.cucmcerts.plan.procedure.UploadText.STORE_CONTAINS;
import static io.github.cucmcerts.plan.procedure.UploadText.STORE_LACKS;
import static io.github.cucmcerts.plan.procedure.UploadText.STORE_LACKS_OTHERS;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.plan.Plan.Fact;
import io.github.cucmcerts.plan.Plan.Step;
import io.github.cucmcerts.plan.procedure.UploadText;
import io.github.cucmcerts.report.WindowText;
import io.github.cucmcerts.text.Language;
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
    private final ChangeWindow window;
    private final Language language;
    private final UploadText assumption;
    private final Map<String, Held> stores = new LinkedHashMap<>();

    /**
     * What is known about one store.
     *
     * @param names the names of the certificates to upload to it
     * @param deployed the certificates with these names that it already has
     * @param exports the exports that show everything in it
     */
    private record Held(Set<String> names, Set<Certificate> deployed, List<Words> exports) {}

    StoreState(Facts facts, List<UploadSet> planned, Deletions deletions, Language language) {
        this.language = language;
        window = facts.window();
        boolean from14 = facts.cluster().release().filter(Release::isFrom14).isPresent();
        assumption = from14 ? STORES_ASSUMED_FROM_14 : STORES_ASSUMED;
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
                        telling.stream().map(this::named).distinct().toList()));
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

    private Words named(NodeExport export) {
        Words file = Words.code(export.file());
        return export.takenAt()
                .map(taken -> language.words(
                        "plan.export-of-time",
                        "{file} of {time}",
                        "file",
                        file,
                        "time",
                        WindowText.of(window, taken, language)))
                .orElse(file);
    }

    /** What an export shows; then, with a box for each store, what the plan assumes because no export shows it. */
    Stream<Step> steps(Steps steps) {
        List<Step> all = new ArrayList<>();
        Map<List<Object>, List<String>> known = new LinkedHashMap<>();
        List<Words> assumed = new ArrayList<>();
        stores.forEach((label, held) -> {
            if (held.exports.isEmpty()) {
                assumed.add(line(label, held, steps.facts()));
            } else {
                known.computeIfAbsent(List.of(held.names, held.deployed, held.exports), key -> new ArrayList<>())
                        .add(label);
            }
        });
        known.values().forEach(labels -> all.add(known(labels, stores.get(labels.get(0)), steps)));
        if (!assumed.isEmpty()) {
            all.add(steps.toDo(assumption.words(language), List.of(), assumed, assumption.sources()));
        }
        return all.stream();
    }

    private Step known(List<String> labels, Held held, Steps steps) {
        List<Fact> facts = new ArrayList<>();
        String trustStore = language.text("plan.trust-store", "Trust store");
        labels.forEach(label -> facts.add(new Fact(trustStore, line(label, held, steps.facts()))));
        return steps.toKnow(
                STORES_KNOWN.words(language, "exports", language.listed(held.exports)), facts, STORES_KNOWN.sources());
    }

    /** What a store contains, and which names are free. */
    private Words line(String label, Held held, StepFacts facts) {
        List<Words> all = new ArrayList<>();
        held.deployed.forEach(certificate -> all.add(STORE_CONTAINS.words(
                language,
                "subject",
                StepFacts.subject(certificate),
                "certificate",
                facts.listed(List.of(certificate)))));
        if (!held.names.isEmpty()) {
            UploadText none = held.deployed.isEmpty() ? STORE_LACKS : STORE_LACKS_OTHERS;
            all.add(none.words(language, "names", language.codes(List.copyOf(held.names))));
        }
        return language.words(
                "plan.store-state", "{store}: {content}", "store", Words.code(label), "content", language.listed(all));
    }
}
