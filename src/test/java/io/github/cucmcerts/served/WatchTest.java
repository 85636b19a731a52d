package io.github.cucmcerts.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Server;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.scan.Certificates;
import io.github.cucmcerts.trust.Look;
import io.github.cucmcerts.trust.Seen;
import io.github.cucmcerts.trust.Sighting;
import io.github.cucmcerts.trust.Sighting.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clock moves only during pauses. */
@Timeout(120)
class WatchTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final Cert OLD = Cert.selfSigned(Csr.of(PUB));
    private static final Seen NEW = seen(GOOD.leaf());
    private static final Seen STILL_OLD = seen(OLD);

    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private Instant now = Times.NOW;
    private Duration patience = Duration.ofMinutes(1);
    private Runnable meanwhile = () -> {};

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void withoutPatienceEachPortIsCheckedOnce() throws InterruptedException {
        patience = Duration.ZERO;
        assertThat(kinds(target -> STILL_OLD, target("a", 1), target("b", 1))).containsExactly(Kind.OTHER, Kind.OTHER);
        assertThat(pauses).isEmpty();
    }

    @Test
    void itChecksAgainOnlyWhatIsOldAndEndsWhenNothingIs() throws InterruptedException {
        Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();
        Function<Target, Seen> eye = target -> {
            int before = looks.computeIfAbsent(target.host(), first -> new AtomicInteger())
                    .getAndIncrement();
            return target.host().equals("b") && before < 2 ? STILL_OLD : NEW;
        };
        assertThat(kinds(eye, target("a", 1), target("b", 2))).containsExactly(Kind.AS_PLANNED, Kind.AS_PLANNED);
        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(looks.get("a")).hasValue(1);
        assertThat(steps)
                .containsExactly(
                        "checking what 2 ports serve",
                        "waiting for cucm-pub.example.com tomcat 2",
                        "waiting for cucm-pub.example.com tomcat 2");
    }

    @Test
    void afterTheWaitTheLastResultCounts() throws InterruptedException {
        patience = Duration.ofSeconds(12);
        AtomicInteger looks = new AtomicInteger();
        Function<Target, Seen> eye =
                target -> looks.incrementAndGet() < 4 ? STILL_OLD : new Seen.Nothing("it restarts", "Wait.");
        assertThat(kinds(eye, target("a", 1))).containsExactly(Kind.UNREACHABLE);
        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(2));
    }

    @Test
    void aCertificateThatTheNodeDoesNotSendIsNotAwaited() throws InterruptedException {
        Look ec = new Look(
                "s",
                Purpose.TOMCAT_ECDSA,
                new NodeName(PUB),
                Port.of(Purpose.TOMCAT).get(0),
                "");
        assertThat(kinds(target -> new Seen.Refused("no"), new Target(ec, "a", 1)))
                .containsExactly(Kind.NOT_SEEN);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aLongListOfAwaitedPortsIsShortened() throws InterruptedException {
        patience = Duration.ofSeconds(5);
        Target[] targets = new Target[7];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = target("a", i + 1);
        }
        kinds(target -> STILL_OLD, targets);
        assertThat(steps.get(1))
                .startsWith("waiting for cucm-pub.example.com tomcat 1, ")
                .endsWith(" and 2 more");
    }

    @Test
    void aHostHasOneConnectionAtATime() throws InterruptedException {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Function<Target, Seen> eye = target -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            LockSupport.parkNanos(1_000_000);
            open.decrementAndGet();
            return NEW;
        };
        Target[] targets = new Target[50];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = target("a", i + 1);
        }
        assertThat(kinds(eye, targets)).hasSize(50).containsOnly(Kind.AS_PLANNED);
        assertThat(most).hasValue(1);
    }

    @Test
    void anInternalErrorDoesNotStopTheOtherLooks() throws InterruptedException {
        patience = Duration.ZERO;
        Function<Target, Seen> eye = target -> {
            if (target.host().equals("a")) {
                throw new IllegalStateException("oops");
            }
            return NEW;
        };
        assertThat(kinds(eye, target("a", 1), target("b", 1))).containsExactly(Kind.UNREACHABLE, Kind.AS_PLANNED);
    }

    @Test
    void aRealServerIsCheckedAgainUntilItRestarts() throws InterruptedException {
        AtomicReference<SSLContext> context = new AtomicReference<>(Server.context(List.of(OLD)));
        meanwhile = () -> context.set(Server.context(List.of(GOOD.leaf(), GOOD.intermediate())));
        Eye eye = new Eye(Duration.ofSeconds(60), Optional.empty());
        try (Server server = Server.talking(Server.tls(context::get, socket -> {}))) {
            assertThat(kinds(eye::look, target("127.0.0.1", server.port()))).containsExactly(Kind.AS_PLANNED);
        }
        assertThat(pauses).hasSize(1);
    }

    private List<Kind> kinds(Function<Target, Seen> eye, Target... targets) throws InterruptedException {
        Watch.Pause pause = time -> {
            pauses.add(time);
            now = now.plus(time);
            meanwhile.run();
        };
        return new Watch(eye, patience, clock, pause, steps::add)
                .look(List.of(targets)).stream().map(Sighting::kind).toList();
    }

    private static Target target(String host, int port) {
        Look look = new Look(
                PUB + "/tomcat",
                Purpose.TOMCAT,
                new NodeName(PUB),
                Port.named(Purpose.TOMCAT, port),
                GOOD.leaf().sha256());
        return new Target(look, host, port);
    }

    private static Seen seen(Cert cert) {
        return new Seen.Served(List.of(Certificates.of(cert.der(), "served").orElseThrow()), Optional.empty());
    }
}
