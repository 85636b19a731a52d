package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.MULTI;
import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.SUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static io.github.cucmcerts.rule.Case.clean;
import static io.github.cucmcerts.rule.Case.found;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.CertSpec;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.Time;

final class ValidityCases {
    private static final Instant NOW = Times.NOW;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));
    /** The last instant that causes a warning. */
    private static final Instant SOON = NOW.plus(Duration.ofDays(30));

    private static final Instant CA_END = Times.day("2040-01-01");
    private static final String DEPLOYED = "deployed/" + TOMCAT + "/old.pem";

    static final List<Case> ALL = List.of(
            clean("deployed-expires-soon", "a multi-server set has another certificate for the node")
                    .in(tree -> {
                        GoodSet old = GoodSet.of(PUB).leaf(with -> with.valid("2025-01-01", "2026-12-15"));
                        tree.set(TOMCAT, old)
                                .file("deployed/" + TOMCAT + "/tomcat.pem", old.leaf())
                                .set(
                                        MULTI + "/tomcat",
                                        GoodSet.of(MULTI)
                                                .csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB))));
                    })
                    .topics(Topic.VALIDITY),
            found("deployed-expires-soon", "one certificate on two nodes, replaced on one of them")
                    .in(tree -> {
                        GoodSet old = GoodSet.of(MULTI)
                                .csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB)))
                                .leaf(with -> with.valid("2025-01-01", "2026-12-15"));
                        tree.set(TOMCAT)
                                .file("deployed/" + TOMCAT + "/tomcat.pem", old.leaf())
                                .file("deployed/" + SUB + "/tomcat/tomcat.pem", old.leaf());
                    })
                    .topics(Topic.VALIDITY),
            found("certificate-expired", "a second before the window").in(tree -> until(tree, NOW.minus(SECOND))),
            clean("certificate-expired", "at the instant of the window").in(tree -> until(tree, NOW)),
            found("certificate-expired", "a second before the window's end")
                    .in(tree -> until(tree, LATER.minus(SECOND)))
                    .window(NOW, LATER),
            clean("certificate-expired", "at the window's end")
                    .in(tree -> until(tree, LATER))
                    .window(NOW, LATER),
            found("certificate-not-yet-valid", "a second after the window's start")
                    .in(tree -> from(tree, NOW.plus(SECOND)))
                    .window(NOW, LATER),
            clean("certificate-not-yet-valid", "at the window's start")
                    .in(tree -> from(tree, NOW))
                    .window(NOW, LATER),
            found("certificate-not-yet-valid", "the intermediate")
                    .in(tree ->
                            tree.set(TOMCAT, GoodSet.of(PUB).intermediate(with -> with.notBefore(NOW.plus(SECOND))))),
            clean("certificate-not-yet-valid", "a CA that no path needs")
                    .in(tree -> tree.set(TOMCAT)
                            .file("ca/other.pem", Cert.root("Other", with -> with.notBefore(NOW.plus(SECOND))))),
            found("certificate-expires-soon", "30 days after the window").in(tree -> until(tree, SOON)),
            clean("certificate-expires-soon", "30 days and a second after the window")
                    .in(tree -> until(tree, SOON.plus(SECOND))),
            found("certificate-expires-soon", "30 days after the window's end")
                    .in(tree -> until(tree, LATER.plus(Duration.ofDays(30))))
                    .window(NOW, LATER),
            found("certificate-expires-soon", "a deployed root").in(tree -> {
                GoodSet set = GoodSet.of(PUB).root(with -> with.notAfter(SOON));
                tree.set(TOMCAT, set).without(TOMCAT + "/root.pem").file("deployed/tomcat-trust/root.pem", set.root());
            }),
            found("certificate-expires-soon", "an intermediate next to the leaf")
                    .in(tree -> tree.set(TOMCAT, GoodSet.of(PUB).intermediate(with -> with.notAfter(SOON)))),
            clean("certificate-expires-soon", "a CA that no path needs")
                    .in(tree -> tree.set(TOMCAT).file("ca/other.pem", Cert.root("Other", with -> with.notAfter(SOON)))),
            found("outlives-issuer", "the leaf, by a second")
                    .in(tree -> tree.set(TOMCAT, GoodSet.of(PUB).leaf(with -> with.notAfter(CA_END.plus(SECOND))))),
            clean("outlives-issuer", "both expire at the same time").in(tree -> until(tree, CA_END)),
            found("outlives-issuer", "the intermediate")
                    .in(tree ->
                            tree.set(TOMCAT, GoodSet.of(PUB).intermediate(with -> with.notAfter(CA_END.plus(SECOND))))),
            found("validity-encoding", "without seconds")
                    .in(tree -> dated(tree, with -> with.notBefore(utc("2601010000Z")))),
            found("validity-encoding", "with an offset, and a fraction")
                    .in(tree -> dated(
                            tree,
                            with -> with.notBefore(utc("260101000000+0100")).notAfter(general("20280101000000.5Z")))),
            found("validity-encoding", "the intermediate, without a time zone")
                    .in(tree -> tree.set(
                            TOMCAT, GoodSet.of(PUB).intermediate(with -> with.notAfter(general("20390101000000"))))),
            clean("validity-encoding", "both forms, in GMT with seconds")
                    .in(tree -> dated(
                            tree, with -> with.notBefore(utc("260101000000Z")).notAfter(general("20280101000000Z")))),
            clean("certificate-not-yet-valid", "at the window's start, with an offset")
                    .in(tree -> dated(tree, with -> with.notBefore(utc("261202000000+0200")))),
            found("certificate-not-yet-valid", "a second after the window's start, with an offset")
                    .in(tree -> dated(tree, with -> with.notBefore(utc("261201170001-0500")))),
            clean("certificate-expired", "at the instant of the window, with an offset and without seconds")
                    .in(tree -> dated(tree, with -> with.notAfter(utc("2612012330+0130")))),
            found("validity-too-long", "30 years and a second")
                    .in(tree ->
                            tree.set(TOMCAT, longLived(Times.day("2056-01-01").plus(SECOND)))),
            clean("validity-too-long", "30 years").in(tree -> tree.set(TOMCAT, longLived(Times.day("2056-01-01")))),
            found("deployed-expires-soon", "it has no set").in(tree -> identity(tree, SOON)),
            found("deployed-expires-soon", "CAPF on a subscriber").in(tree -> identity(tree, SUB + "/CAPF")),
            found("deployed-expires-soon", "CAPF on the publisher").in(tree -> identity(tree, PUB + "/CAPF")),
            found("deployed-expires-soon", "ITLRecovery").in(tree -> identity(tree, PUB + "/ITLRecovery")),
            found("deployed-expires-soon", "it has expired").in(tree -> identity(tree, NOW.minus(SECOND))),
            clean("deployed-expires-soon", "30 days and a second after the window")
                    .in(tree -> identity(tree, SOON.plus(SECOND))),
            clean("deployed-expires-soon", "its purpose is not checked")
                    .in(tree -> identity(tree, SOON))
                    .purposes(Purpose.CALL_MANAGER),
            found("deployed-expires-soon", "its set has no certificate yet")
                    .in(tree -> identity(tree, SOON)
                            .file(TOMCAT + "/tomcat.csr", Csr.of(PUB, with -> with.key(Keys.rsa("new"))))),
            found("deployed-expires-soon", "its set is deployed").in(tree -> {
                GoodSet set = GoodSet.of(PUB).leaf(with -> with.notAfter(SOON));
                tree.set(TOMCAT, set).file(DEPLOYED, set.leaf());
            }),
            clean("deployed-expires-soon", "a set has another certificate")
                    .in(tree -> identity(tree, SOON).set(TOMCAT)),
            found("deployed-expires-soon", "a set has another certificate for another node")
                    .in(tree -> identity(tree, SOON).set(SUB + "/tomcat")));

    private ValidityCases() {}

    private static void dated(Tree tree, Consumer<CertSpec> dates) {
        tree.set(TOMCAT, GoodSet.of(PUB).leaf(dates));
    }

    private static Time utc(String written) {
        return new Time(new ASN1UTCTime(written));
    }

    private static Time general(String written) {
        return new Time(new ASN1GeneralizedTime(written));
    }

    private static void until(Tree tree, Instant end) {
        tree.set(TOMCAT, GoodSet.of(PUB).leaf(with -> with.notAfter(end)));
    }

    private static void from(Tree tree, Instant start) {
        tree.set(TOMCAT, GoodSet.of(PUB).leaf(with -> with.notBefore(start)));
    }

    /** A set whose CA certificates are valid even longer. */
    private static GoodSet longLived(Instant end) {
        Instant caEnd = Times.day("2060-01-01");
        return GoodSet.of(PUB)
                .root(with -> with.notAfter(caEnd))
                .intermediate(with -> with.notAfter(caEnd))
                .leaf(with -> with.notAfter(end));
    }

    private static Tree identity(Tree tree, String folder) {
        return tree.file("deployed/" + folder + "/own.pem", Cert.selfSigned(Csr.of(PUB), with -> with.notAfter(SOON)));
    }

    private static Tree identity(Tree tree, Instant end) {
        return tree.file(DEPLOYED, Cert.selfSigned(Csr.of(PUB), with -> with.notAfter(end)));
    }
}
