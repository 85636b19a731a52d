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
 * Looks at all targets: many hosts side by side, one connection at a time to each, for a node's TFTP and TVS are small. Where it may
 * wait it looks again at what is not as planned.
 *
 * @param eye looks at one target
 * @param patience how long to look again; zero for once
 * @param pause sleeps between two rounds
 * @param doing hears what is going on
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
     * Looks until everything is as planned, or the time is over.
     *
     * @return what the last look at each target came to, in their order
     * @throws InterruptedException where somebody stops the build
     */
    public List<Sighting> look(List<Target> targets) throws InterruptedException {
        Instant end = clock.instant().plus(patience);
        Map<Target, Sighting> last = new LinkedHashMap<>();
        doing.accept("looking at what " + targets.size() + (targets.size() == 1 ? " port serves" : " ports serve"));
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
            List<Future<List<Sighting>>> asked = new ArrayList<>();
            for (List<Target> ofHost : byHost.values()) {
                asked.add(threads.submit(() -> ofHost.stream()
                        .map(target -> new Sighting(target.look(), eye.apply(target)))
                        .toList()));
            }
            Map<Target, Sighting> seen = new LinkedHashMap<>();
            List<List<Target>> hosts = List.copyOf(byHost.values());
            for (int i = 0; i < hosts.size(); i++) {
                List<Sighting> its = sightings(asked.get(i), hosts.get(i));
                for (int j = 0; j < its.size(); j++) {
                    seen.put(hosts.get(i).get(j), its.get(j));
                }
            }
            return seen;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Sighting> sightings(Future<List<Sighting>> asked, List<Target> targets)
            throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            Seen defect = new Seen.Nothing(
                    "the plugin failed (" + e.getCause().getClass().getSimpleName() + ")",
                    "Report this defect of the plugin");
            return targets.stream()
                    .map(target -> new Sighting(target.look(), defect))
                    .toList();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "cucm-certs-served");
        thread.setDaemon(true);
        return thread;
    }
}
