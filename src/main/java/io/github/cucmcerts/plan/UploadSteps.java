package io.github.cucmcerts.plan;

import static io.github.cucmcerts.plan.procedure.UploadText.ADDED;
import static io.github.cucmcerts.plan.procedure.UploadText.ALREADY_THERE;
import static io.github.cucmcerts.plan.procedure.UploadText.BREAKS_PATHS;
import static io.github.cucmcerts.plan.procedure.UploadText.DELETE;
import static io.github.cucmcerts.plan.procedure.UploadText.DISPLACED;
import static io.github.cucmcerts.plan.procedure.UploadText.LEAF_NEW;
import static io.github.cucmcerts.plan.procedure.UploadText.LEAF_REPLACES;
import static io.github.cucmcerts.plan.procedure.UploadText.NO_PATH;
import static io.github.cucmcerts.plan.procedure.UploadText.NO_SIDE_EFFECT;
import static io.github.cucmcerts.plan.procedure.UploadText.REFUSED;
import static io.github.cucmcerts.plan.procedure.UploadText.REPLACES;
import static io.github.cucmcerts.plan.procedure.UploadText.REUSE;
import static io.github.cucmcerts.plan.procedure.UploadText.SAME_KEY;
import static io.github.cucmcerts.plan.procedure.UploadText.SUCCESS;
import static io.github.cucmcerts.plan.procedure.UploadText.SUCCESS_OF_ECDSA;
import static io.github.cucmcerts.plan.procedure.UploadText.SUCCESS_WITH_RESTARTS;
import static io.github.cucmcerts.plan.procedure.UploadText.UPLOADED_BEFORE;
import static io.github.cucmcerts.plan.procedure.UploadText.UPLOAD_INTERMEDIATE;
import static io.github.cucmcerts.plan.procedure.UploadText.UPLOAD_LEAF;
import static io.github.cucmcerts.plan.procedure.UploadText.UPLOAD_LEAF_TO_STORE;
import static io.github.cucmcerts.plan.procedure.UploadText.UPLOAD_MULTI_SERVER_LEAF;
import static io.github.cucmcerts.plan.procedure.UploadText.UPLOAD_ROOT;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.plan.Plan.Fact;
import io.github.cucmcerts.plan.Plan.Step;
import io.github.cucmcerts.plan.procedure.Instruction;
import io.github.cucmcerts.plan.procedure.Mark;
import io.github.cucmcerts.plan.procedure.UploadText;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Outcome;
import io.github.cucmcerts.trust.Role;
import io.github.cucmcerts.trust.StoreAfter;
import io.github.cucmcerts.trust.StoreChain;
import io.github.cucmcerts.trust.TrustStore;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The uploads of a purpose: to each trust store the root, then the intermediates below it; then the leaf. */
final class UploadSteps {
    private final Facts facts;
    private final StepNodes nodes;
    /** In English, for names of files. */
    private final StepNodes englishNodes;

    private final Steps steps;
    private final Language language;
    private final UploadFiles files;
    private final Deletions deletions;
    private final List<Instruction> onceTrusted;
    private final List<Instruction> onceReplicated;
    /** The stores that replicate and have new certificates that nobody has waited for. */
    private final Set<String> replicating = new HashSet<>();
    /** The steps that upload a certificate to a store or delete one, by the store's name and the certificate. */
    private final Map<List<Object>, Integer> done = new HashMap<>();

    /**
     * @param englishNodes the same nodes in English, for names of files
     * @param onceTrusted the steps on the IM and Presence publisher between the CA certificates and the leaf
     * @param onceReplicated the steps between the CA certificates on the publisher and the leaf of another node
     */
    UploadSteps(
            Facts facts,
            StepNodes nodes,
            StepNodes englishNodes,
            Steps steps,
            UploadFiles files,
            Deletions deletions,
            List<Instruction> onceTrusted,
            List<Instruction> onceReplicated) {
        this.facts = facts;
        this.nodes = nodes;
        this.englishNodes = englishNodes;
        this.steps = steps;
        language = steps.facts().language();
        this.files = files;
        this.deletions = deletions;
        this.onceTrusted = onceTrusted;
        this.onceReplicated = onceReplicated;
    }

    /** The steps for the sets of one purpose, in the order of the sets. */
    List<Step> of(List<UploadSet> sets) {
        List<Step> all = new ArrayList<>();
        boolean isToBeTrusted = true;
        for (UploadSet set : sets) {
            int before = steps.next();
            for (StoreChain chain : facts.chains(set)) {
                all.addAll(trust(chain, set));
                if (isToBeTrusted
                        && steps.next() > before
                        && nodes.isOfPresencePublisher(chain.store(), set.purpose())) {
                    onceTrusted.forEach(instruction -> all.add(steps.toDo(instruction, sets)));
                    isToBeTrusted = false;
                }
            }
            if (!isForPublisher(set)) {
                all.addAll(replicated(set, sets));
            }
            all.add(leaf(set));
        }
        return all;
    }

    private boolean isForPublisher(UploadSet set) {
        return nodes.of(set).equals(nodes.publisher(Purpose.CALL_MANAGER));
    }

    /** The wait for new CA certificates, for this set and all later ones. */
    private List<Step> replicated(UploadSet set, List<UploadSet> sets) {
        List<String> stores = facts.chains(set).stream()
                .map(chain -> chain.store().label())
                .filter(replicating::contains)
                .toList();
        if (stores.isEmpty()) {
            return List.of();
        }
        stores.forEach(replicating::remove);
        List<UploadSet> waiting = sets.subList(sets.indexOf(set), sets.size()).stream()
                .filter(other -> !isForPublisher(other))
                .toList();
        return onceReplicated.stream()
                .filter(instruction -> instruction.purposes().contains(set.purpose()))
                .map(instruction -> steps.toDo(instruction, waiting))
                .toList();
    }

    private List<Step> trust(StoreChain chain, UploadSet set) {
        List<Step> all = new ArrayList<>();
        StoreAfter after = deletions.after(chain.store());
        Map<Certificate, Set<Certificate>> keepingOut = deletions.keepingOut(chain);
        for (Certificate authority : chain.fromTheRoot()) {
            List<Object> key = List.of(chain.store().label(), authority);
            Outcome outcome = after.outcome(authority);
            if (done.containsKey(key)) {
                all.add(skipped(UPLOADED_BEFORE, authority, chain.store(), done.get(key)));
            } else if (outcome instanceof Outcome.AlreadyThere) {
                all.add(skipped(ALREADY_THERE, authority, chain.store(), 0));
            } else {
                keepingOut
                        .getOrDefault(authority, Set.of())
                        .forEach(deleted ->
                                delete(deleted, authority, chain.store(), set).ifPresent(all::add));
                done.put(key, steps.next());
                all.add(authority(authority, outcome, chain.store(), set));
                if (set.purpose().storeReplicates()) {
                    replicating.add(chain.store().label());
                }
            }
        }
        return all;
    }

    private Step skipped(UploadText text, Certificate authority, TrustStore store, int step) {
        Words words = text.words(
                language,
                "subject",
                StepFacts.subject(authority),
                "store",
                Words.code(store.label()),
                "step",
                Integer.toString(step));
        return steps.toKnow(words, steps.facts().identity(authority), text.sources());
    }

    private Optional<Step> delete(Certificate deleted, Certificate incoming, TrustStore store, UploadSet set) {
        List<Object> key = List.of(store.label(), deleted);
        if (done.containsKey(key)) {
            return Optional.empty();
        }
        done.put(key, steps.next());
        Words text = DELETE.words(
                language,
                "node",
                nodes.of(store, set),
                "subject",
                StepFacts.subject(deleted),
                "store",
                Words.code(store.name()));
        List<Fact> facts = new ArrayList<>(steps.facts().identity(deleted));
        facts.add(sideEffects(deleted, incoming, store));
        return Optional.of(steps.toDo(Mark.CANNOT_BE_UNDONE, text, facts, List.of(), DELETE.sources()));
    }

    private Fact sideEffects(Certificate deleted, Certificate incoming, TrustStore store) {
        return new Fact(language.text("plan.side-effects", "Side effects"), effects(deleted, incoming, store));
    }

    private Words effects(Certificate deleted, Certificate incoming, TrustStore store) {
        if (deleted.key().equals(incoming.key())) {
            return SAME_KEY.words(language);
        }
        List<String> files = facts.signedBy(deleted, store).stream()
                .map(certificate -> certificate.origin().file())
                .toList();
        return files.isEmpty()
                ? NO_SIDE_EFFECT.words(language)
                : BREAKS_PATHS.words(language, "files", language.codes(files));
    }

    private Step authority(Certificate authority, Outcome outcome, TrustStore store, UploadSet set) {
        Role role = facts.roles().of(authority);
        UploadText text = switch (role) {
            case ROOT -> UPLOAD_ROOT;
            case INTERMEDIATE -> UPLOAD_INTERMEDIATE;
            case LEAF -> UPLOAD_LEAF_TO_STORE;
        };
        Words words = text.words(language, "node", nodes.of(store, set), "store", Words.code(store.name()));
        List<Fact> more = new ArrayList<>();
        if (outcome instanceof Outcome.Replaces replaces) {
            replaces.deployed().stream()
                    .filter(replaced -> !replaced.key().equals(authority.key()))
                    .forEach(replaced -> more.add(sideEffects(replaced, authority, store)));
        }
        UploadFile file = files.of(authority, englishNodes.of(store, set), store.name() + "-" + role.label());
        return upload(words, file, expected(outcome), nodes.holding(store, set), text, more);
    }

    private Words expected(Outcome outcome) {
        if (outcome instanceof Outcome.Replaces replaces) {
            return REPLACES.words(language, "deployed", steps.facts().listed(replaces.deployed()));
        }
        if (outcome instanceof Outcome.Expired) {
            return REFUSED.words(language);
        }
        if (outcome instanceof Outcome.Displaced displaced) {
            return DISPLACED.words(language, "other", steps.facts().listed(List.of(displaced.by())));
        }
        return ADDED.words(language);
    }

    private Step leaf(UploadSet set) {
        Certificate leaf = set.leaf().orElseThrow();
        Words purpose = Words.code(set.purpose().label());
        Optional<UploadSet> reused = Reuse.of(set, facts);
        if (reused.isPresent()) {
            Words text = REUSE.words(
                    language,
                    "node",
                    nodes.publisher(set.purpose()),
                    "other",
                    Words.code(reused.get().purpose().label()),
                    "purpose",
                    purpose);
            return steps.toDo(text, steps.facts().identity(leaf), List.of(), REUSE.sources());
        }
        List<Certificate> replaced = set.deployed().identities().stream()
                .filter(identity -> !identity.equals(leaf))
                .toList();
        UploadText text = set.multiServer() ? UPLOAD_MULTI_SERVER_LEAF : UPLOAD_LEAF;
        return upload(
                text.words(language, "node", nodes.of(set), "purpose", purpose),
                files.of(leaf, englishNodes.of(set), set.purpose().label()),
                replaced.isEmpty()
                        ? LEAF_NEW.words(language)
                        : LEAF_REPLACES.words(
                                language, "deployed", steps.facts().listed(replaced)),
                nodes.using(set),
                text,
                cautions(set));
    }

    private List<Fact> cautions(UploadSet set) {
        List<Fact> all = new ArrayList<>();
        String newer = language.text("plan.newer-versions", "Or, newer versions");
        if (set.purpose() == Purpose.TOMCAT) {
            all.add(new Fact(newer, SUCCESS_WITH_RESTARTS.words(language)));
        }
        if (set.purpose() == Purpose.TOMCAT_ECDSA) {
            all.add(new Fact(newer, SUCCESS_OF_ECDSA.words(language)));
        }
        if (facts.authorities(set).isEmpty()) {
            all.add(new Fact(language.text("plan.note", "Note"), NO_PATH.words(language)));
        }
        return all;
    }

    private Step upload(Words text, UploadFile file, Words outcome, Words holding, UploadText kind, List<Fact> more) {
        List<Fact> facts = new ArrayList<>(steps.facts().identity(file.certificate()));
        facts.add(new Fact(language.text("plan.expected-result", "Expected result"), outcome));
        facts.add(new Fact(language.text("plan.cucm-says", "CUCM says"), SUCCESS.words(language, "nodes", holding)));
        facts.addAll(more);
        return steps.toDo(text, facts, List.of(), kind.sources()).uploading(file);
    }
}
