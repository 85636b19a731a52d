package io.github.cucmcerts.plan;

import static io.github.cucmcerts.plan.procedure.UploadText.HOW;
import static io.github.cucmcerts.plan.procedure.UploadText.NO_FILES;
import static io.github.cucmcerts.plan.procedure.UploadText.SIBLING_STAYS;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.plan.Plan.Fact;
import io.github.cucmcerts.plan.Plan.Left;
import io.github.cucmcerts.plan.Plan.Part;
import io.github.cucmcerts.plan.Plan.Section;
import io.github.cucmcerts.plan.Plan.Step;
import io.github.cucmcerts.plan.procedure.Circumstance;
import io.github.cucmcerts.plan.procedure.Instruction;
import io.github.cucmcerts.plan.procedure.Moment;
import io.github.cucmcerts.plan.procedure.Procedure;
import io.github.cucmcerts.plan.procedure.Where;
import io.github.cucmcerts.report.DeployedText;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.report.WindowText;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the plan of a change window, purpose by purpose, for the upload sets that can be uploaded. */
public final class Runbook {
    /** Of the number in a file's name. */
    private static final int FEWEST_DIGITS = 2;

    private final Report report;
    private final Language language;
    private final Facts facts;
    private final Cluster cluster;
    private final StepNodes nodes;
    private final Steps steps;
    private final Selection selection;
    private final UploadSteps uploads;
    /** The purposes in order, each with its circumstances. */
    private final Map<Purpose, Set<Circumstance>> purposes = new LinkedHashMap<>();

    private Runbook(Report report) {
        this.report = report;
        language = report.language();
        facts = report.facts();
        cluster = facts.cluster();
        nodes = new StepNodes(cluster, language);
        steps = new Steps(nodes, new StepFacts(facts.window(), language));
        selection = new Selection(report, nodes.order());
        Procedure.ORDER.stream()
                .filter(purpose -> !selection.planned(purpose).isEmpty())
                .forEach(purpose -> purposes.put(purpose, EnumSet.noneOf(Circumstance.class)));
        Set<Circumstance> whole = circumstances();
        purposes.forEach((purpose, its) -> {
            its.addAll(whole);
            if (!isSecondWindow(purpose)) {
                its.add(Circumstance.FIRST_WINDOW);
            }
            its.addAll(circumstances(selection.planned(purpose)));
            if (purpose.isEcdsa()
                    || purpose.sibling().filter(purposes::containsKey).isEmpty()) {
                its.add(Circumstance.LAST_OF_SIBLINGS);
            }
        });
        StepNodes englishNodes = new StepNodes(cluster, Language.ENGLISH);
        uploads = new UploadSteps(
                facts,
                nodes,
                englishNodes,
                steps,
                new UploadFiles(facts.inventory(), uploadNodes(englishNodes), language),
                selection.deletions(),
                instructions(Moment.TRUSTED, purposes),
                instructions(Moment.REPLICATED, purposes));
    }

    /** The plan; the same report gives the same plan. */
    public static Plan of(Report report) {
        return new Runbook(report).plan();
    }

    private Plan plan() {
        List<Part> withoutNames = parts();
        int digits = Math.max(FEWEST_DIGITS, Integer.toString(steps.next() - 1).length());
        List<Part> parts = withoutNames.stream()
                .map(part -> part.withFileNames(digits, language))
                .toList();
        return new Plan(
                language,
                report.plugin(),
                Words.code(report.cluster()),
                Words.code(report.directory()),
                WindowText.of(facts.window(), report.language()),
                facts.window().first().getOffset(),
                settings(),
                left(),
                parts,
                steps.documents());
    }

    /** What is set, and on one line what is not. */
    private List<Fact> settings() {
        Words yes = language.words("plan.yes", "yes");
        Words no = language.words("plan.no", "no");
        List<Fact> settings = new ArrayList<>(List.of(
                new Fact(
                        language.text("plan.release", "Release"), words(cluster.release().map(Release::name).stream())),
                new Fact(
                        language.text("plan.publisher", "Publisher"),
                        names(cluster.publisher().stream().toList())),
                new Fact(language.text("plan.subscribers", "Subscribers"), names(cluster.subscribers())),
                new Fact(language.text("plan.presence", "IM and Presence"), names(cluster.presence())),
                new Fact(language.text("plan.mixed-mode", "Mixed mode"), cluster.mixedMode() ? yes : no),
                new Fact(language.text("plan.sso", "SAML single sign-on"), cluster.sso() ? yes : no),
                new Fact(language.text("plan.fips", "FIPS mode"), cluster.fips() ? yes : Words.NONE),
                new Fact(
                        language.text("plan.common-criteria", "Common Criteria mode"),
                        cluster.commonCriteria() ? yes : Words.NONE)));
        DeployedText.of(facts, language)
                .ifPresent(deployed -> settings.add(new Fact("deployed/", Words.prose(deployed))));
        List<Words> missing = settings.stream()
                .filter(fact -> fact.value().equals(Words.NONE))
                .map(fact -> Words.prose(fact.label()))
                .toList();
        settings.removeIf(fact -> fact.value().equals(Words.NONE));
        if (!missing.isEmpty()) {
            settings.add(new Fact(language.text("plan.not-set", "Not set"), language.listed(missing)));
        }
        return settings;
    }

    private Words names(List<NodeName> names) {
        return words(names.stream().map(NodeName::value));
    }

    private Words words(Stream<String> values) {
        return language.codes(values.toList());
    }

    private List<Left> left() {
        return Stream.of(
                        new Left(
                                true,
                                language.text("plan.left-not-attempted", "Do not upload"),
                                NO_FILES.words(language),
                                selection.notAttempted()),
                        left(
                                language.text("plan.left-awaiting", "Awaiting a certificate"),
                                selection.in(State.AWAITING_CERTIFICATE)),
                        left(language.text("plan.left-deployed", "Already deployed"), selection.in(State.DEPLOYED)),
                        left(language.text("plan.left-copies", "Part of another upload set"), selection.copies()),
                        left(
                                language.text("plan.left-accepted", "Upload with an accepted finding"),
                                selection.accepted()))
                .filter(left -> !left.items().isEmpty())
                .toList();
    }

    private static Left left(String title, List<Plan.Item> items) {
        return new Left(false, title, Words.NONE, items);
    }

    /** The nodes of all uploads, to the trust stores too. */
    private List<Words> uploadNodes(StepNodes named) {
        return sets(purposes.keySet()).stream()
                .flatMap(set -> Stream.concat(
                        Stream.of(named.of(set)),
                        facts.chains(set).stream().map(chain -> named.of(chain.store(), set))))
                .toList();
    }

    /** The circumstances of the whole change. */
    private Set<Circumstance> circumstances() {
        Set<Circumstance> all = EnumSet.of(
                cluster.mixedMode() ? Circumstance.MIXED_MODE : Circumstance.NON_SECURE,
                cluster.sso() ? Circumstance.SSO : Circumstance.NO_SSO);
        if (cluster.fips()) {
            all.add(Circumstance.FIPS);
        }
        if (cluster.commonCriteria()) {
            all.add(Circumstance.COMMON_CRITERIA);
        }
        if (cluster.release().isEmpty()) {
            all.add(Circumstance.RELEASE_UNKNOWN);
        }
        if (purposes.keySet().stream()
                        .filter(Procedure.DISPUTED_ORDER::contains)
                        .map(Purpose::rsaSibling)
                        .distinct()
                        .count()
                > 1) {
            all.add(Circumstance.SEVERAL_IN_DISPUTED_ORDER);
        }
        return all;
    }

    /** The circumstances of one purpose. */
    private Set<Circumstance> circumstances(List<UploadSet> sets) {
        Set<Circumstance> all = EnumSet.noneOf(Circumstance.class);
        if (sets.stream().anyMatch(UploadSet::multiServer)) {
            all.add(Circumstance.MULTI_SERVER);
        }
        if (sets.stream().anyMatch(this::deletes)) {
            all.add(Circumstance.DELETION);
        }
        sets.forEach(set -> all.add(Reuse.of(set, facts).isPresent() ? Circumstance.REUSED : Circumstance.NOT_REUSED));
        return all;
    }

    private boolean deletes(UploadSet set) {
        return facts.chains(set).stream()
                .anyMatch(chain -> !selection.deletions().keepingOut(chain).isEmpty());
    }

    /** TVS waits for the phones that the CallManager change resets, even if that change has a problem to fix first. */
    private boolean isSecondWindow(Purpose purpose) {
        return purpose == Purpose.TVS
                && purposes.containsKey(purpose)
                && (purposes.keySet().stream().anyMatch(other -> other.rsaSibling() == Purpose.CALL_MANAGER)
                        || selection.planned(purpose).stream().anyMatch(selection::waitsForCallManager));
    }

    private List<Instruction> instructions(Moment moment, Map<Purpose, Set<Circumstance>> some) {
        return Procedure.instructions(moment, cluster.release(), some);
    }

    private List<Part> parts() {
        if (purposes.isEmpty()) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        Map<Boolean, List<Purpose>> windows =
                purposes.keySet().stream().collect(Collectors.partitioningBy(this::isSecondWindow));
        Map<Purpose, Set<Circumstance>> first = of(windows.get(false));
        Map<Purpose, Set<Circumstance>> second = of(windows.get(true));
        parts.add(part(
                "Before-you-begin",
                language.text("plan.part-before", "Before you begin"),
                Stream.concat(toKnow(Moment.CAUTION, purposes), before(first)).toList()));
        parts.addAll(parts(first, false, List.of()));
        parts.add(part("Others-affected", language.text("plan.part-others", "Others affected"), others()));
        parts.add(part("Verify", language.text("plan.part-verify", "Verify"), toDo(Moment.VERIFY, first)));
        List<Step> between = second.isEmpty()
                ? List.of()
                : Stream.concat(toDo(Moment.NEXT_WINDOW, second).stream(), before(second))
                        .toList();
        parts.addAll(parts(second, true, between));
        parts.add(part(
                "Verify-the-second-change-window",
                language.text("plan.part-verify-second", "Verify the second change window"),
                toDo(Moment.VERIFY, second)));
        parts.add(part(
                Plan.REJECTED,
                language.text("plan.part-rejected", "If CUCM rejects an upload"),
                toKnow(Moment.REJECTED, purposes).toList()));
        return parts.stream().filter(part -> !part.sections().isEmpty()).toList();
    }

    private Map<Purpose, Set<Circumstance>> of(List<Purpose> some) {
        Map<Purpose, Set<Circumstance>> its = new LinkedHashMap<>();
        some.forEach(purpose -> its.put(purpose, purposes.get(purpose)));
        return its;
    }

    private List<Step> toDo(Moment moment, Map<Purpose, Set<Circumstance>> some) {
        List<UploadSet> sets = sets(some.keySet());
        return instructions(moment, some).stream()
                .filter(instruction -> instruction.where() != Where.CHANGED_CALL_MANAGER_NODES
                        || !nodes.at(instruction.where(), sets).isEmpty())
                .map(instruction -> steps.toDo(instruction, sets))
                .toList();
    }

    private Stream<Step> toKnow(Moment moment, Map<Purpose, Set<Circumstance>> some) {
        return instructions(moment, some).stream().map(steps::toKnow);
    }

    private static Part part(String anchor, String title, List<Step> all) {
        return new Part(anchor, title, Words.NONE, all.isEmpty() ? List.of() : List.of(new Section(false, "", all)));
    }

    private List<UploadSet> sets(Set<Purpose> some) {
        return some.stream()
                .flatMap(purpose -> selection.planned(purpose).stream())
                .toList();
    }

    /** What to do in a change window before its first upload: the checks, then the first step that changes something. */
    private Stream<Step> before(Map<Purpose, Set<Circumstance>> its) {
        StoreState stores = new StoreState(facts, sets(its.keySet()), selection.deletions(), language);
        return Stream.of(toDo(Moment.BEFORE, its).stream(), stores.steps(steps), toDo(Moment.LAST_BEFORE, its).stream())
                .flatMap(step -> step);
    }

    /** The purposes of a change window; the first one begins with what must be done before the window. */
    private List<Part> parts(Map<Purpose, Set<Circumstance>> its, boolean isSecond, List<Step> before) {
        List<Part> parts = new ArrayList<>();
        for (Purpose purpose : its.keySet()) {
            parts.add(
                    parts.isEmpty()
                            ? part(
                                    purpose,
                                    isSecond,
                                    before,
                                    List.of(steps.toKnow(HOW.words(language), List.of(), HOW.sources())))
                            : part(purpose, isSecond, List.of(), List.of()));
        }
        return parts;
    }

    private Part part(Purpose purpose, boolean isSecond, List<Step> before, List<Step> how) {
        List<UploadSet> sets = selection.planned(purpose);
        Map<Purpose, Set<Circumstance>> it = Map.of(purpose, purposes.get(purpose));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                false, language.text("plan.section-before-second", "Before the second change window"), before));
        sections.add(new Section(
                true,
                language.text("plan.section-impact", "Impact"),
                toKnow(Moment.IMPACT, it).toList()));
        sections.add(new Section(
                false,
                language.text("plan.section-uploads", "Uploads"),
                Stream.of(toKnow(Moment.UPLOAD, it), how.stream(), uploads.of(sets).stream())
                        .flatMap(step -> step)
                        .toList()));
        sections.add(new Section(
                false,
                language.text("plan.section-after", "After the uploads"),
                Stream.concat(toKnow(Moment.RESTART, it), toDo(Moment.AFTER, it).stream())
                        .toList()));
        sections.add(new Section(
                false, language.text("plan.section-in-use", "Verify this purpose"), toDo(Moment.IN_USE, it)));
        sections.add(new Section(
                false,
                language.text("plan.section-way-back", "The way back"),
                toKnow(Moment.WAY_BACK, it).toList()));
        String title = isSecond
                ? language.text("plan.part-second", "Second change window: {purpose}", "purpose", purpose.label())
                : purpose.label();
        return new Part(
                (isSecond ? "Second-change-window-" : "") + purpose.label(),
                title,
                nodes.few(sets.stream().map(nodes::of).distinct().toList()),
                sections.stream().filter(section -> !section.steps().isEmpty()).toList());
    }

    private List<Step> others() {
        Stream<Step> others = toDo(Moment.OTHERS, purposes).stream();
        Stream<Step> siblings = purposes.keySet().stream()
                .flatMap(purpose -> purpose.sibling().stream())
                .filter(sibling -> !purposes.containsKey(sibling))
                .map(sibling -> steps.toKnow(
                        SIBLING_STAYS.words(language, "sibling", Words.code(sibling.label())),
                        List.of(),
                        SIBLING_STAYS.sources()));
        return Stream.concat(others, siblings).toList();
    }
}
