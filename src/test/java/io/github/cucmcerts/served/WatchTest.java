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
import io.github.cucmcerts.net.HostPort;
import io.github.cucmcerts.scan.Certificates;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Endpoint;
import io.github.cucmcerts.trust.PortCheck;
import io.github.cucmcerts.trust.PortCheck.Kind;
import io.github.cucmcerts.trust.ProbeResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock moves only during pauses. */
@Timeout(120)
class WatchTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final Cert OLD = Cert.selfSigned(Csr.of(PUB));
    private static final ProbeResult NEW = seen(GOOD.leaf());
    private static final ProbeResult STILL_OLD = seen(OLD);

    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private volatile Instant now = Times.NOW;
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
        Map<String, AtomicInteger> probes = new ConcurrentHashMap<>();
        Function<Target, ProbeResult> probe = target -> {
            int before = probes.computeIfAbsent(target.place().host(), first -> new AtomicInteger())
                    .getAndIncrement();
            return target.place().host().equals("b") && before < 2 ? STILL_OLD : NEW;
        };
        assertThat(kinds(probe, target("a", 1), target("b", 2))).containsExactly(Kind.AS_PLANNED, Kind.AS_PLANNED);
        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(probes.get("a")).hasValue(1);
        assertThat(steps)
                .containsExactly(
                        "checking what 2 ports serve",
                        "waiting for cucm-pub.example.com tomcat 2",
                        "waiting for cucm-pub.example.com tomcat 2");
    }

    @Test
    void afterTheWaitTheLastResultCounts() throws InterruptedException {
        patience = Duration.ofSeconds(12);
        AtomicInteger probes = new AtomicInteger();
        Function<Target, ProbeResult> probe = target -> probes.incrementAndGet() < 4
                ? STILL_OLD
                : new ProbeResult.Failed(Message.value("it restarts"), Message.value("Wait."));
        assertThat(kinds(probe, target("a", 1))).containsExactly(Kind.UNREACHABLE);
        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(2));
    }

    @Test
    void aCertificateThatTheNodeDoesNotSendIsAwaited() throws InterruptedException {
        Endpoint ec = new Endpoint(
                "s",
                Purpose.TOMCAT_ECDSA,
                new NodeName(PUB),
                Port.of(Purpose.TOMCAT).get(0),
                GOOD.leaf().sha256());
        AtomicInteger probes = new AtomicInteger();
        Function<Target, ProbeResult> probe =
                target -> probes.incrementAndGet() < 3 ? new ProbeResult.NoSuchKey(Message.value("no")) : NEW;
        assertThat(kinds(probe, new Target(ec, new HostPort("a", 1)))).containsExactly(Kind.AS_PLANNED);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void aSlowHostDoesNotDelayAnother() throws InterruptedException {
        CountDownLatch checkedTwice = new CountDownLatch(2);
        Function<Target, ProbeResult> probe = target -> {
            if (target.place().host().equals("slow")) {
                awaited(checkedTwice);
                return NEW;
            }
            checkedTwice.countDown();
            return checkedTwice.getCount() == 0 ? NEW : STILL_OLD;
        };
        assertThat(kinds(probe, target("slow", 1), target("b", 2))).containsExactly(Kind.AS_PLANNED, Kind.AS_PLANNED);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
        Function<Target, ProbeResult> probe = target -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            LockSupport.parkNanos(1_000_000);
            open.decrementAndGet();
            return NEW;
        };
        Target[] targets = new Target[50];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = target(i % 2 == 0 ? "a" : "A", i + 1);
        }
        assertThat(kinds(probe, targets)).hasSize(50).containsOnly(Kind.AS_PLANNED);
        assertThat(most).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInternalErrorAffectsNoOtherPort(boolean ofJava) throws InterruptedException {
        patience = Duration.ZERO;
        Function<Target, ProbeResult> probe = target -> {
            if (target.place().port() == 1) {
                if (ofJava) {
                    throw new NoClassDefFoundError("oops");
                }
                throw new IllegalStateException("oops");
            }
            return NEW;
        };
        assertThat(kinds(probe, target("a", 1), target("a", 2), target("b", 2)))
                .containsExactly(Kind.UNREACHABLE, Kind.AS_PLANNED, Kind.AS_PLANNED);
    }

    @Test
    void aRealServerIsCheckedAgainUntilItRestarts() throws InterruptedException {
        AtomicReference<SSLContext> context = new AtomicReference<>(Server.context(List.of(OLD)));
        meanwhile = () -> context.set(Server.context(List.of(GOOD.leaf(), GOOD.intermediate())));
        TlsProbe probe = TlsProbe.of(Duration.ofSeconds(60), Optional.empty());
        try (Server server = Server.talking(Server.tls(context::get, socket -> {}))) {
            assertThat(kinds(probe::read, target("127.0.0.1", server.port()))).containsExactly(Kind.AS_PLANNED);
        }
        assertThat(pauses).hasSize(1);
    }

    private List<Kind> kinds(Function<Target, ProbeResult> probe, Target... targets) throws InterruptedException {
        Watch.Pause pause = time -> {
            pauses.add(time);
            now = now.plus(time);
            meanwhile.run();
        };
        return new Watch(probe, patience, clock, pause, doing -> steps.add(doing.toString()))
                .results(List.of(targets)).stream().map(PortCheck::kind).toList();
    }

    private static Target target(String host, int port) {
        Endpoint endpoint = new Endpoint(
                PUB + "/tomcat",
                Purpose.TOMCAT,
                new NodeName(PUB),
                Port.named(Purpose.TOMCAT, port),
                GOOD.leaf().sha256());
        return new Target(endpoint, new HostPort(host, port));
    }

    private static ProbeResult seen(Cert cert) {
        return new ProbeResult.Served(
                List.of(Certificates.of(cert.der(), "served").orElseThrow()), false, Optional.empty());
    }
}
