package io.github.cucmcerts.served;

import io.github.cucmcerts.net.Parallel;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.PortCheck;
import io.github.cucmcerts.trust.ProbeResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks all targets: at many hosts at the same time, but with one connection at a time to each host, to keep the load of its services
 * low. If it can wait, it checks each port again that does not serve the planned certificate. A slow host does not delay another
 * one, except if there are more hosts than {@value #AT_A_TIME}.
 *
 * @param probe reads what one target serves
 * @param patience how long to check again; zero to check only once
 * @param pause sleeps between two checks of a host
 * @param doing receives what it does now
 */
public record Watch(
        Function<Target, ProbeResult> probe, Duration patience, Clock clock, Pause pause, Consumer<Message> doing) {
    private static final int AT_A_TIME = 32;
    private static final int NAMED = 5;
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    /** Sleeps. */
    public interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    /**
     * Checks until every port serves the planned certificate, or the time is over.
     *
     * @return the last result for each target, in the order of the targets
     * @throws InterruptedException if the build is stopped
     */
    public List<PortCheck> results(List<Target> targets) throws InterruptedException {
        Instant end = clock.instant().plus(patience);
        Map<Target, PortCheck> last = new ConcurrentHashMap<>();
        doing.accept(Message.counted(
                "mojo.doing-served",
                targets.size(),
                "checking what {number} port serves",
                "checking what {number} ports serve"));
        List<Callable<Void>> work = new ArrayList<>();
        for (List<Target> group : groups(targets)) {
            work.add(() -> {
                watch(group, end, last, targets);
                return null;
            });
        }
        Parallel.all(work, AT_A_TIME);
        return targets.stream().map(last::get).toList();
    }

    /** The targets of one host are in one group. */
    private static Collection<List<Target>> groups(List<Target> targets) {
        Map<String, Integer> hosts = new LinkedHashMap<>();
        for (Target target : targets) {
            hosts.putIfAbsent(host(target), hosts.size() % AT_A_TIME);
        }
        return targets.stream()
                .collect(Collectors.groupingBy(target -> hosts.get(host(target))))
                .values();
    }

    private static String host(Target target) {
        return target.place().host().toLowerCase(Locale.ROOT);
    }

    private void watch(List<Target> group, Instant end, Map<Target, PortCheck> last, List<Target> all)
            throws InterruptedException {
        List<Target> open = group;
        while (true) {
            open.forEach(target -> last.put(target, check(target)));
            open = open(group, last);
            Duration left = Duration.between(clock.instant(), end);
            if (open.isEmpty() || left.isNegative() || left.isZero()) {
                return;
            }
            doing.accept(waitingFor(open(all, last)));
            pause.sleep(left.compareTo(BETWEEN) < 0 ? left : BETWEEN);
        }
    }

    private PortCheck check(Target target) {
        try {
            return new PortCheck(target.endpoint(), probe.apply(target));
        } catch (RuntimeException | Error e) {
            ProbeResult failed = new ProbeResult.Failed(
                    Message.of(
                            "reason.internal-error",
                            "an internal error of the plugin occurred ({error})",
                            "error",
                            e.getClass().getSimpleName()),
                    Message.of(
                            "reason.advice-internal-error",
                            "Report this internal error to the maintainers of the plugin."));
            return new PortCheck(target.endpoint(), failed);
        }
    }

    /** Those that were checked and do not serve the planned certificate. */
    private static List<Target> open(List<Target> targets, Map<Target, PortCheck> last) {
        return targets.stream()
                .filter(target -> last.containsKey(target) && last.get(target).kind() != PortCheck.Kind.AS_PLANNED)
                .toList();
    }

    private static Message waitingFor(List<Target> open) {
        String first = open.stream()
                .limit(NAMED)
                .map(target -> target.endpoint().toString())
                .collect(Collectors.joining(", "));
        return open.size() > NAMED
                ? Message.of(
                        "mojo.doing-wait-more",
                        "waiting for {ports} and {more} more",
                        "ports",
                        first,
                        "more",
                        open.size() - NAMED)
                : Message.of("mojo.doing-wait", "waiting for {ports}", "ports", first);
    }
}
