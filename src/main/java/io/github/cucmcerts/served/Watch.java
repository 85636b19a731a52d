package io.github.cucmcerts.served;

import io.github.cucmcerts.trust.Seen;
import io.github.cucmcerts.trust.Sighting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks at all targets: at many hosts at the same time, but with one connection at a time to each host, to keep the load of its services
 * low. If it can wait, it looks again at each port that does not serve the planned certificate.
 *
 * @param eye looks at one target
 * @param patience how long to look again; zero to look only once
 * @param pause sleeps between two rounds
 * @param doing receives what it does now
 */
public record Watch(Function<Target, Seen> eye, Duration patience, Clock clock, Pause pause, Consumer<String> doing) {
    private static final int AT_A_TIME = 32;
    private static final int NAMED = 5;
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    /** Sleeps. */
    public interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    /**
     * Looks until every port serves the planned certificate, or the time is over.
     *
     * @return the last result for each target, in the order of the targets
     * @throws InterruptedException if the build is stopped
     */
    public List<Sighting> look(List<Target> targets) throws InterruptedException {
        Instant end = clock.instant().plus(patience);
        Map<Target, Sighting> last = new LinkedHashMap<>();
        doing.accept("checking what " + targets.size() + (targets.size() == 1 ? " port serves" : " ports serve"));
        List<Target> open = targets;
        while (true) {
            last.putAll(round(open));
            open = targets.stream().filter(target -> isOpen(last.get(target))).toList();
            Duration left = Duration.between(clock.instant(), end);
            if (open.isEmpty() || left.isNegative() || left.isZero()) {
                return targets.stream().map(last::get).toList();
            }
            doing.accept("waiting for " + names(open));
            pause.sleep(left.compareTo(BETWEEN) < 0 ? left : BETWEEN);
        }
    }

    private static boolean isOpen(Sighting sighting) {
        return sighting.kind() == Sighting.Kind.OTHER || sighting.kind() == Sighting.Kind.UNREACHABLE;
    }

    private static String names(List<Target> open) {
        String first = open.stream()
                .limit(NAMED)
                .map(target -> target.look().toString())
                .collect(Collectors.joining(", "));
        return first + (open.size() > NAMED ? " and " + (open.size() - NAMED) + " more" : "");
    }

    private Map<Target, Sighting> round(List<Target> targets) throws InterruptedException {
        Map<String, List<Target>> byHost =
                targets.stream().collect(Collectors.groupingBy(Target::host, LinkedHashMap::new, Collectors.toList()));
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, Watch::daemon);
        try {
            List<Future<List<Sighting>>> results = new ArrayList<>();
            for (List<Target> ofHost : byHost.values()) {
                results.add(threads.submit(() -> ofHost.stream()
                        .map(target -> new Sighting(target.look(), eye.apply(target)))
                        .toList()));
            }
            Map<Target, Sighting> seen = new LinkedHashMap<>();
            List<List<Target>> hosts = List.copyOf(byHost.values());
            for (int i = 0; i < hosts.size(); i++) {
                List<Sighting> found = sightings(results.get(i), hosts.get(i));
                for (int j = 0; j < found.size(); j++) {
                    seen.put(hosts.get(i).get(j), found.get(j));
                }
            }
            return seen;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Sighting> sightings(Future<List<Sighting>> result, List<Target> targets)
            throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            Seen failed = new Seen.Nothing(
                    "an internal error of the plugin occurred ("
                            + e.getCause().getClass().getSimpleName() + ")",
                    "Report this internal error to the maintainers of the plugin.");
            return targets.stream()
                    .map(target -> new Sighting(target.look(), failed))
                    .toList();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "cucm-certs-served");
        thread.setDaemon(true);
        return thread;
    }
}
