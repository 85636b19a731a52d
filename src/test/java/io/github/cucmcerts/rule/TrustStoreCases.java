package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.SUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static io.github.cucmcerts.rule.Case.clean;
import static io.github.cucmcerts.rule.Case.found;

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

/** Paths need the root of {@link GoodSet}, which starts at {@link #START}, unless a case differs. */
final class TrustStoreCases {
    private static final Instant START = Times.day("2020-01-01");
    private static final Instant NOW = Times.NOW;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String HELD = "deployed/tomcat-trust/held.pem";

    static final List<Case> ALL = List.of(
            clean("trust-certificate-kept", "a newer root in the store of another node")
                    .in(tree -> tree.set(PUB + "/ipsec", GoodSet.ipsec(PUB))
                            .file("deployed/" + SUB + "/ipsec-trust/held.pem", root(START.plus(SECOND)))),
            clean("trust-replacement-orphans", "last year's certificate, signed with the former key")
                    .in(tree -> {
                        Cert former = rekeyed(START.minus(SECOND));
                        Csr old = Csr.of(PUB, with -> with.key(Keys.rsa("old")));
                        tree.set(TOMCAT)
                                .file(HELD, former)
                                .file(TOMCAT + "/old.csr", old)
                                .file(
                                        TOMCAT + "/old.pem",
                                        former.sign(old, with -> with.valid("2025-01-01", "2026-01-01")));
                    }),
            found("trust-certificate-not-taken", "it has expired and is also deployed")
                    .in(tree -> {
                        Cert expired = Cert.root("Other", with -> with.valid("2020-01-01", "2026-01-01"));
                        tree.set(TOMCAT).file("ca/other.pem", expired).file("deployed/tomcat-trust/other.pem", expired);
                    }),
            found("trust-certificate-expired", "a second before the window")
                    .in(tree -> tree.set(TOMCAT, rootUntil(NOW.minus(SECOND)))),
            found("trust-certificate-expired", "within the window")
                    .in(tree -> tree.set(TOMCAT, rootUntil(NOW.plus(SECOND))))
                    .window(NOW, NOW.plus(SECOND).plus(SECOND)),
            found("trust-certificate-expired", "a deployed one").in(tree -> {
                GoodSet set = rootUntil(NOW.minus(SECOND));
                tree.set(TOMCAT, set).without(TOMCAT + "/root.pem").file(HELD, set.root());
            }),
            clean("trust-certificate-expired", "at the end of the window").in(tree -> tree.set(TOMCAT, rootUntil(NOW))),
            clean("trust-certificate-expired", "one that no path needs")
                    .in(tree -> tree.set(TOMCAT).file("ca/old.pem", expiring(NOW.minus(SECOND)))),
            found("trust-certificate-kept", "the deployed one starts later")
                    .in(tree -> tree.set(TOMCAT).file(HELD, rekeyed(START.plus(SECOND)))),
            found("trust-certificate-kept", "they start together")
                    .in(tree -> tree.set(TOMCAT).file(HELD, rekeyed(START))),
            clean("trust-certificate-kept", "the offered one starts later")
                    .in(tree -> tree.set(TOMCAT).file(HELD, rekeyed(START.minus(SECOND)))),
            clean("trust-certificate-kept", "it is already deployed").in(tree -> {
                GoodSet set = GoodSet.of(PUB);
                tree.set(TOMCAT, set).file(HELD, set.root());
            }),
            clean("trust-certificate-kept", "one with the same key is deployed")
                    .in(tree -> tree.set(TOMCAT).file(HELD, root(START))),
            found("trust-certificate-kept", "a replicating store of another node")
                    .in(tree -> tree.set(TOMCAT).file("deployed/" + SUB + "/tomcat-trust/held.pem", rekeyed(START))),
            clean("trust-certificate-kept", "another node's own store")
                    .in(tree -> tree.set(PUB + "/ipsec", GoodSet.ipsec(PUB))
                            .file("deployed/" + SUB + "/ipsec-trust/held.pem", rekeyed(START))),
            found("trust-certificate-kept", "the same subject from release 14 on")
                    .in(tree -> tree.set(TOMCAT).file(HELD, rekeyed(START)))
                    .release("14"),
            clean("trust-certificate-kept", "another subject from release 14 on")
                    .in(tree -> tree.set(TOMCAT).file(HELD, otherSubject(START)))
                    .release("14"),
            found("trust-cn-conflict", "another offered one starts later")
                    .in(tree -> tree.set(TOMCAT).file("ca/other.pem", rekeyed(START.plus(SECOND)))),
            clean("trust-cn-conflict", "they start together: the path's stays")
                    .in(tree -> tree.set(TOMCAT).file("ca/other.pem", rekeyed(START))),
            clean("trust-cn-conflict", "the path's starts later")
                    .in(tree -> tree.set(TOMCAT).file("ca/other.pem", rekeyed(START.minus(SECOND)))),
            clean("trust-cn-conflict", "the later one has expired")
                    .in(tree -> tree.set(TOMCAT)
                            .file(
                                    "ca/other.pem",
                                    rekeyed(START.plus(SECOND), with -> with.notAfter(NOW.minus(SECOND))))),
            found("trust-cn-conflict", "the path needs two that start together")
                    .in(tree -> tree.set(TOMCAT).set(SUB + "/tomcat", belowRekeyed())),
            found("trust-cn-conflict", "root and issuing CA have one common name")
                    .in(tree -> {
                        Cert root = Cert.root("Example CA", with -> with.subject("O=Root,CN=Example CA"));
                        Cert issuing = root.intermediate(
                                "Example CA",
                                with -> with.key(Keys.rsa("issuing")).notBefore(START.plus(SECOND)));
                        Csr csr = Csr.of(PUB);
                        tree.set(TOMCAT, new GoodSet(csr, issuing.sign(csr), issuing, root));
                    }),
            found("trust-cn-conflict", "another trust store needs the later one")
                    .in(tree -> {
                        Cert root = rekeyed(START.plus(SECOND));
                        Csr csr = Csr.of(PUB);
                        tree.set(TOMCAT)
                                .file(PUB + "/CallManager/CallManager.csr", csr)
                                .file(PUB + "/CallManager/CallManager.pem", root.sign(csr))
                                .file("ca/other.pem", root);
                    }),
            clean("trust-cn-conflict", "two that start together in different stores")
                    .in(tree -> tree.set(TOMCAT).set(SUB + "/TVS", belowRekeyed())),
            found("trust-cn-conflict", "a deployed one is displaced")
                    .in(tree -> tree.set(TOMCAT)
                            .without(TOMCAT + "/root.pem")
                            .file(HELD, root(START))
                            .file("ca/other.pem", rekeyed(START.plus(SECOND)))),
            found("trust-cn-conflict", "another node offers to a replicating store")
                    .in(tree -> tree.set(TOMCAT).file(SUB + "/tomcat-trust/other.pem", rekeyed(START.plus(SECOND)))),
            clean("trust-cn-conflict", "another node's own store")
                    .in(tree -> tree.set(PUB + "/ipsec", GoodSet.ipsec(PUB))
                            .file(SUB + "/ipsec-trust/other.pem", rekeyed(START.plus(SECOND)))),
            found("trust-cn-conflict", "another subject without release").in(tree -> otherSubjectOffered(tree)),
            found("trust-cn-conflict", "another subject below release 14")
                    .in(tree -> otherSubjectOffered(tree))
                    .release("12.5"),
            clean("trust-cn-conflict", "another subject from release 14 on")
                    .in(tree -> otherSubjectOffered(tree))
                    .release("14"),
            found("trust-certificate-not-taken", "it has expired")
                    .in(tree -> tree.set(TOMCAT).file("ca/old.pem", expiring(NOW.minus(SECOND)))),
            clean("trust-certificate-not-taken", "it is valid until the end of the window")
                    .in(tree -> tree.set(TOMCAT).file("ca/old.pem", expiring(NOW))),
            found("trust-certificate-not-taken", "it is kept out")
                    .in(tree -> tree.set(TOMCAT)
                            .file("ca/other.pem", Cert.root("Other"))
                            .file(HELD, Cert.root("Other"))),
            found("trust-certificate-not-taken", "another trust store needs it").in(tree -> {
                Cert other = Cert.root("Other");
                Csr csr = Csr.of(PUB);
                tree.set(TOMCAT)
                        .file("ca/other.pem", other)
                        .file(HELD, Cert.root("Other", with -> with.key(Keys.rsa("new"))))
                        .file(PUB + "/CallManager/CallManager.csr", csr)
                        .file(PUB + "/CallManager/CallManager.pem", other.sign(csr));
            }),
            found("trust-certificate-not-taken", "another trust store needs a copy")
                    .in(tree -> {
                        Cert other = Cert.root("Other");
                        Csr csr = Csr.of(PUB);
                        tree.set(TOMCAT)
                                .file(TOMCAT + "/other.pem", other)
                                .file(HELD, Cert.root("Other", with -> with.key(Keys.rsa("new"))))
                                .file(PUB + "/CallManager/CallManager.csr", csr)
                                .file(PUB + "/CallManager/CallManager.pem", other.sign(csr))
                                .file(PUB + "/CallManager/other.pem", other);
                    }),
            clean("trust-certificate-not-taken", "it is already deployed").in(tree -> {
                Cert other = Cert.root("Other");
                tree.set(TOMCAT).file("ca/other.pem", other).file(HELD, other);
            }),
            found("trust-certificate-not-taken", "a later one displaces it")
                    .in(tree -> tree.set(TOMCAT)
                            .file("ca/other.pem", Cert.root("Other"))
                            .file("ca/later.pem", Cert.root("Other", with -> with.notBefore(START.plus(SECOND))))),
            found("trust-certificate-not-taken", "two that start together, and no path needs either")
                    .in(tree -> tree.set(TOMCAT)
                            .file("ca/other.pem", Cert.root("Other"))
                            .file("ca/second.pem", Cert.root("Other", with -> with.key(Keys.rsa("new"))))),
            clean("trust-certificate-not-taken", "the path needs the one that is displaced")
                    .in(tree -> tree.set(TOMCAT).file("ca/other.pem", rekeyed(START.plus(SECOND)))),
            found("trust-certificate-replaces", "the deployed one starts earlier")
                    .in(tree -> tree.set(TOMCAT).file(HELD, root(START.minus(SECOND)))),
            found("trust-certificate-replaces", "one that no path needs")
                    .in(tree -> tree.set(TOMCAT)
                            .file("ca/other.pem", Cert.root("Other"))
                            .file(HELD, Cert.root("Other", with -> with.notBefore(START.minus(SECOND))))),
            clean("trust-certificate-replaces", "the deployed one has another name")
                    .in(tree -> tree.set(TOMCAT)
                            .file(HELD, Cert.root("Other", with -> with.notBefore(START.minus(SECOND))))),
            clean("trust-certificate-replaces", "the deployed one is in another store")
                    .in(tree ->
                            tree.set(TOMCAT).file("deployed/CallManager-trust/held.pem", root(START.minus(SECOND)))),
            found("trust-cn-shared", "an offered one and a deployed one from release 14 on")
                    .in(tree -> tree.set(TOMCAT).file(HELD, otherSubject(START)))
                    .release("14"),
            clean("trust-cn-shared", "without release another rule says which stays")
                    .in(tree -> tree.set(TOMCAT).file(HELD, otherSubject(START))),
            clean("trust-cn-shared", "below release 14 another rule says which stays")
                    .in(tree -> tree.set(TOMCAT).file(HELD, otherSubject(START)))
                    .release("12.5"),
            found("trust-cn-shared", "two offered ones from release 14 on")
                    .in(tree -> otherSubjectOffered(tree))
                    .release("15"),
            clean("trust-cn-shared", "one subject from release 14 on: another rule says which stays")
                    .in(tree -> tree.set(TOMCAT).file(HELD, rekeyed(START)))
                    .release("14"),
            clean("trust-cn-shared", "another subject whose certificate has expired and is not accepted")
                    .in(tree -> tree.set(TOMCAT)
                            .file(
                                    "ca/other.pem",
                                    rekeyed(
                                            START,
                                            with -> with.subject("O=Other,CN=Example Root CA")
                                                    .notAfter(NOW.minus(SECOND)))))
                    .release("14"),
            found("trust-cn-shared", "two deployed ones of one subject")
                    .in(tree -> twoDeployed(tree, "O=Example,CN=Other", "Other")),
            found("trust-cn-shared", "two deployed ones of one subject from release 14 on")
                    .in(tree -> twoDeployed(tree, "O=Example,CN=Other", "Other"))
                    .release("14"),
            found("trust-cn-shared", "two deployed ones of different subjects from release 14 on")
                    .in(tree -> twoDeployed(tree, "O=Elsewhere,CN=other", "Other"))
                    .release("14"),
            clean("trust-cn-shared", "two deployed ones of different names")
                    .in(tree -> twoDeployed(tree, "O=Example,CN=Other 2", "Other"))
                    .release("14"),
            clean("trust-cn-shared", "one that is deployed twice")
                    .in(tree -> {
                        Cert other = Cert.root("Other");
                        tree.set(TOMCAT).file("deployed/ca/other.pem", other).file(HELD, other);
                    })
                    .release("14"),
            clean("trust-cn-shared", "two deployed ones in two stores")
                    .in(tree -> tree.set(TOMCAT)
                            .file(HELD, Cert.root("Other"))
                            .file("deployed/CallManager-trust/other.pem", Cert.root("Other"))),
            found("trust-replacement-orphans", "an identity signed with the former key")
                    .in(tree -> {
                        Cert former = rekeyed(START.minus(SECOND));
                        tree.set(TOMCAT)
                                .file(HELD, former)
                                .file("deployed/" + SUB + "/ipsec/ipsec.pem", former.sign(Csr.of(SUB)));
                    }),
            found("trust-replacement-orphans", "a leaf of the store that is uploaded with the former key's signature")
                    .in(tree -> {
                        Cert former = rekeyed(START.minus(SECOND));
                        tree.set(TOMCAT)
                                .file(HELD, former)
                                .file(SUB + "/tomcat/tomcat.csr", Csr.of(SUB))
                                .file(SUB + "/tomcat/tomcat.pem", former.sign(Csr.of(SUB)));
                    }),
            found("trust-replacement-orphans", "a leaf of another site that uses the same store")
                    .in(tree -> {
                        Cert former = rekeyed(START.minus(SECOND));
                        Cert identity = Cert.root("Self-signed", with -> with.subject("CN=" + PUB));
                        tree.set("a/" + TOMCAT)
                                .file("deployed/tomcat-trust/held.pem", former)
                                .file("a/deployed/" + TOMCAT + "/today.pem", identity)
                                .file("b/" + SUB + "/tomcat/tomcat.csr", Csr.of(SUB))
                                .file("b/" + SUB + "/tomcat/tomcat.pem", former.sign(Csr.of(SUB)));
                    }),
            clean("trust-replacement-orphans", "a leaf that uses another store").in(tree -> {
                Cert former = rekeyed(START.minus(SECOND));
                Csr ipsec = GoodSet.ipsec(SUB).csr();
                tree.set(TOMCAT)
                        .file(HELD, former)
                        .file(SUB + "/ipsec/ipsec.csr", ipsec)
                        .file(SUB + "/ipsec/ipsec.pem", former.sign(ipsec))
                        .file(SUB + "/ipsec/root.pem", former);
            }),
            clean("trust-replacement-orphans", "nothing was signed with the former key")
                    .in(tree -> tree.set(TOMCAT).file(HELD, rekeyed(START.minus(SECOND)))),
            clean("trust-replacement-orphans", "the key is the same").in(tree -> {
                Cert former = root(START.minus(SECOND));
                tree.set(TOMCAT)
                        .file(HELD, former)
                        .file("deployed/" + SUB + "/ipsec/ipsec.pem", former.sign(Csr.of(SUB)));
            }));

    private TrustStoreCases() {}

    private static GoodSet rootUntil(Instant end) {
        return GoodSet.of(PUB).root(with -> with.notAfter(end));
    }

    private static Cert expiring(Instant end) {
        return Cert.root("Old", with -> with.notAfter(end));
    }

    private static Cert root(Instant start) {
        return Cert.root("Example Root CA", with -> with.notBefore(start));
    }

    private static Cert rekeyed(Instant start) {
        return rekeyed(start, with -> {});
    }

    private static Cert rekeyed(Instant start, Consumer<CertSpec> options) {
        return Cert.root(
                "Example Root CA", options.andThen(with -> with.notBefore(start).key(Keys.rsa("new"))));
    }

    private static Cert otherSubject(Instant start) {
        return rekeyed(start, with -> with.subject("O=Other,CN=Example Root CA"));
    }

    private static void twoDeployed(Tree tree, String subject, String commonName) {
        tree.set(TOMCAT)
                .file("deployed/tomcat-trust/a.pem", Cert.root("a", with -> with.subject(subject)))
                .file("deployed/tomcat-trust/b.pem", Cert.root(commonName));
    }

    private static void otherSubjectOffered(Tree tree) {
        tree.set(TOMCAT).file("ca/other.pem", otherSubject(START.plus(SECOND)));
    }

    /** A set whose root has the usual name and start, but another key. */
    private static GoodSet belowRekeyed() {
        Cert root = rekeyed(START);
        Csr csr = Csr.of(SUB);
        Cert issuing = root.intermediate("Other Issuing CA");
        return new GoodSet(csr, issuing.sign(csr), issuing, root);
    }
}
