package io.github.cucmcerts.served;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.Check;
import io.github.cucmcerts.check.Request;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.trust.Look;
import io.github.cucmcerts.trust.Sighting;
import io.github.cucmcerts.trust.Sightings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The whole way from files to what the nodes serve: the files are checked first, for a set that is blocked is not uploaded; then the nodes
 * are looked at; then the rules check what was seen.
 *
 * @param ports those that the build names, by purpose
 * @param places where each look's connection goes
 * @param restarts what makes the services of a purpose use a new certificate
 * @param watch looks
 */
public record ServedCheck(
        Map<Purpose, List<Port>> ports,
        Function<List<Look>, List<Target>> places,
        Map<Purpose, List<String>> restarts,
        Watch watch) {
    /**
     * Checks what the nodes serve.
     *
     * @param request by the rules of what is served
     * @param doing hears what the check of the files begins to do
     * @throws IOException where the directory can't be read
     * @throws InterruptedException where somebody stops the build
     */
    public Assessment run(Request request, Consumer<String> doing) throws IOException, InterruptedException {
        Assessment files = Check.run(request.ofFiles(), doing);
        List<Sighting> seen = watch.look(places.apply(Looks.of(files, ports)));
        Map<String, List<Sighting>> bySet = seen.stream()
                .collect(Collectors.groupingBy(
                        sighting -> sighting.look().set(), LinkedHashMap::new, Collectors.toList()));
        Sightings sightings = new Sightings(
                bySet, Looks.notLookedAt(files), restarts, watch.clock().instant());
        return Check.assess(request, files.facts().with(sightings));
    }
}
