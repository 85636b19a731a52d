package io.github.cucmcerts.report;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.report.HtmlPage.Place;
import io.github.cucmcerts.report.HtmlPage.Step;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What to do next, the most urgent step first: each remedy once, with the places that need it. */
final class NextSteps {
    private static final int MAX_STEPS = 10;
    private static final int MAX_PLACES = 10;

    /** A remedy in the words of its first place, and all places that need it. */
    private record Remedy(String text, Set<Place> places) {}

    private final Map<String, Remedy> remedies = new LinkedHashMap<>();

    private NextSteps() {}

    /** The steps for these sets, which are in the order of urgency. */
    static List<Step> of(Report report, List<UploadSet> sets, Listing listing) {
        NextSteps next = new NextSteps();
        for (Listing.Entry error : errors(listing.ofDirectory())) {
            String file = error.finding().origin().file();
            next.add(error.finding().remedy(), error.finding().remedy(), List.of(new Place("directory", shown(file))));
        }
        for (UploadSet set : sets) {
            errors(listing.of(set)).stream()
                    .findFirst()
                    // with its set's names, each remedy would be a different one
                    .ifPresent(error -> next.add(
                            error.finding().remedy(),
                            Likeness.withoutNames(error.finding().remedy(), set.id()),
                            error.sets().stream().map(NextSteps::place).toList()));
        }
        for (UploadSet set : sets) {
            if (report.state(set) == State.AWAITING_CERTIFICATE) {
                String sign = report.language()
                        .text("report.next-sign", "Have the CSR signed, and put the certificate next to the CSR.");
                next.add(sign, "", List.of(place(set.id())));
            }
        }
        return next.steps(
                sets.stream().filter(set -> report.state(set) == State.READY).toList(), report.language());
    }

    private static List<Listing.Entry> errors(Listing.OfSet its) {
        return its.entries().stream()
                .filter(entry -> entry.finding().counts(Severity.ERROR))
                .toList();
    }

    private void add(String remedy, String key, List<Place> places) {
        remedies.computeIfAbsent(key, first -> new Remedy(remedy, new LinkedHashSet<>()))
                .places()
                .addAll(places);
    }

    private List<Step> steps(List<UploadSet> ready, Language language) {
        List<Step> steps = new ArrayList<>();
        remedies.values().stream()
                .limit(MAX_STEPS)
                .map(remedy -> step(remedy, language))
                .forEach(steps::add);
        int more = remedies.size() - steps.size();
        if (more > 0) {
            steps.add(new Step(
                    language.text(
                            "report.next-more",
                            "More remedies ({number}) are with the upload sets below, the most urgent first.",
                            "number",
                            more),
                    "",
                    List.of()));
        }
        if (!ready.isEmpty()) {
            String upload = language.text(
                    "report.next-upload",
                    "In the change window, upload the root, then the intermediates, then the certificate. The goal plan"
                            + " writes the runbook.");
            Set<Place> places =
                    ready.stream().map(set -> place(set.id())).collect(Collectors.toCollection(LinkedHashSet::new));
            steps.add(step(new Remedy(upload, places), language));
        }
        return steps;
    }

    private static Step step(Remedy remedy, Language language) {
        Set<Place> places = remedy.places();
        String count = places.size() < 2
                ? ""
                : language.text("report.next-places", "{number} places:", "number", places.size());
        return new Step(
                shown(remedy.text()), count, places.stream().limit(MAX_PLACES).toList());
    }

    private static Place place(String set) {
        return new Place(HtmlReport.anchor(set), shown(set));
    }

    private static String shown(String text) {
        return Visible.of(text);
    }
}
