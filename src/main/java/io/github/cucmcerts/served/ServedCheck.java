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
 * Checks the files, because nobody uploads a blocked set. Then reads what the nodes serve, and checks it with the rules.
 *
 * @param ports the ports from the configuration, by purpose
 * @param places adds the address to connect to
 * @param restarts the restarts, in sentences, after which the services of a purpose use an uploaded certificate
 * @param watch reads what the nodes serve
 */
public record ServedCheck(
        Map<Purpose, List<Port>> ports,
        Function<List<Look>, List<Target>> places,
        Map<Purpose, String> restarts,
        Watch watch) {
    /**
     * Checks what the nodes serve.
     *
     * @param request with the rules of the topic served
     * @param doing receives each step that the check of the files begins
     * @throws IOException if the directory cannot be read
     * @throws InterruptedException if the build is stopped
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
