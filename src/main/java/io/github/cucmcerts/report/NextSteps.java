package io.github.cucmcerts.report;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.report.HtmlPage.Place;
import io.github.cucmcerts.report.HtmlPage.Step;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            List<Listing.Entry> errors = errors(listing.of(set));
            if (!errors.isEmpty()) {
                Listing.Entry first = errors.get(0);
                String remedy = first.finding().remedy();
                // with its set's names, each remedy would be a different one
                next.add(
                        remedy,
                        Likeness.withoutNames(remedy, set.id()),
                        first.sets().stream().map(NextSteps::place).toList());
            }
        }
        List<Place> ready = new ArrayList<>();
        for (UploadSet set : sets) {
            State state = report.state(set);
            if (state == State.READY) {
                ready.add(place(set.id()));
            } else if (state == State.AWAITING_CERTIFICATE) {
                String sign = report.language()
                        .text("report.next-sign", "Have the CSR signed, and put the certificate next to the CSR.");
                next.add(sign, "", List.of(place(set.id())));
            }
        }
        return next.steps(ready, report.language());
    }

    private static List<Listing.Entry> errors(Listing.OfSet its) {
        List<Listing.Entry> errors = new ArrayList<>();
        for (Listing.Entry entry : its.entries()) {
            if (entry.finding().counts(Severity.ERROR)) {
                errors.add(entry);
            }
        }
        return errors;
    }

    private void add(String remedy, String key, List<Place> places) {
        remedies.computeIfAbsent(key, first -> new Remedy(remedy, new LinkedHashSet<>()))
                .places()
                .addAll(places);
    }

    private List<Step> steps(List<Place> ready, Language language) {
        List<Step> steps = new ArrayList<>();
        for (Remedy remedy : remedies.values()) {
            if (steps.size() < MAX_STEPS) {
                steps.add(step(remedy.text(), remedy.places(), language));
            }
        }
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
            steps.add(step(upload, ready, language));
        }
        return steps;
    }

    private static Step step(String text, Collection<Place> places, Language language) {
        String count = places.size() < 2
                ? ""
                : language.text("report.next-places", "{number} places:", "number", places.size());
        return new Step(shown(text), count, places.stream().limit(MAX_PLACES).toList());
    }

    private static Place place(String set) {
        return new Place(HtmlReport.anchor(set), shown(set));
    }

    private static String shown(String text) {
        return Visible.of(text);
    }
}
