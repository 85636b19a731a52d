package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.MULTI;
import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.SUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static io.github.cucmcerts.rule.Case.clean;
import static io.github.cucmcerts.rule.Case.found;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import java.util.List;

final class CsrMatchCases {
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final Csr NEW = Csr.of(PUB, with -> with.key(Keys.rsa("new")));

    static final List<Case> ALL = List.of(
            clean("key-shared", "one node with its short and its full name")
                    .in(tree -> tree.set(TOMCAT, GOOD).set("cucm-pub/CallManager", GOOD)),
            found("pair-superseded", "an older certificate for one CSR")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(
                                    TOMCAT + "/old.pem",
                                    GOOD.leaf(with -> with.valid("2025-01-01", "2027-01-01"))
                                            .leaf())),
            clean("pair-superseded", "a certificate in deployed/")
                    .in(tree -> tree.set(TOMCAT)
                            .file(
                                    "deployed/" + TOMCAT + "/old.pem",
                                    GOOD.intermediate().sign(Csr.of(PUB, with -> with.key(Keys.rsa("old")))))),
            found("csr-missing", "a leaf without CSR").in(tree -> leafWithoutCsr(tree)),
            clean("csr-missing", "a good set").in(tree -> tree.set(TOMCAT)),
            clean("csr-missing", "the CSR that the node holds")
                    .in(tree -> leafWithoutCsr(tree).file("deployed/" + TOMCAT + "/tomcat.csr", GOOD.csr())),
            clean("csr-missing", "the node already has the certificate")
                    .in(tree -> leafWithoutCsr(tree).file("deployed/" + TOMCAT + "/tomcat.pem", GOOD.leaf())),
            clean("csr-missing", "a multi-server leaf copied to a node").in(tree -> {
                GoodSet multi = multi();
                tree.set(MULTI + "/tomcat", multi).file(SUB + "/tomcat/tomcat.pem", multi.leaf());
            }),
            found("csr-missing", "the CSR has another key and is another purpose's")
                    .in(tree -> leafWithoutCsr(tree).file(PUB + "/CallManager/CallManager.csr", NEW)),
            found("csr-not-unique", "a CSR without a certificate next to one with a certificate")
                    .in(tree -> tree.set(TOMCAT).file(TOMCAT + "/new.csr", NEW)),
            found("csr-not-unique", "two CSRs and no certificate")
                    .in(tree -> tree.file(TOMCAT + "/old.csr", GOOD.csr()).file(TOMCAT + "/new.csr", NEW)),
            clean("csr-not-unique", "one CSR and no certificate").in(tree -> tree.file(TOMCAT + "/new.csr", NEW)),
            clean("csr-not-unique", "two CSRs, each with a certificate")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/new.csr", NEW)
                            .file(TOMCAT + "/new.pem", newer(GOOD.csr(NEW)))),
            found("pair-superseded", "a newer pair")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/new.csr", NEW)
                            .file(TOMCAT + "/new.pem", newer(GOOD.csr(NEW)))),
            found("pair-superseded", "a newer certificate for the same CSR")
                    .in(tree -> tree.set(TOMCAT, GOOD).file(TOMCAT + "/new.pem", newer(GOOD))),
            found("pair-superseded", "two certificates that start together").in(tree -> startingTogether(tree)),
            found("pair-superseded", "a newer certificate for the CSR that the node holds")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/new.pem", newer(GOOD))
                            .file("deployed/" + TOMCAT + "/tomcat.csr", GOOD.csr())),
            found("pair-superseded", "the deployed certificate next to a newer one for its CSR")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/new.pem", newer(GOOD))
                            .file("deployed/" + TOMCAT + "/tomcat.pem", GOOD.leaf())),
            clean("pair-superseded", "the same certificate twice")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/new.der", GOOD.leaf().der())),
            found("csr-superseded", "the node holds another CSR")
                    .in(tree -> tree.set(TOMCAT).file("deployed/" + TOMCAT + "/tomcat.csr", NEW)),
            found("san-missing", "the CSR that the node holds requests more")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(
                                    "deployed/" + TOMCAT + "/tomcat.csr",
                                    Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:" + SUB)))),
            clean("csr-superseded", "the node holds the CSR")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(
                                    "deployed/" + TOMCAT + "/tomcat.csr",
                                    GOOD.csr().der())),
            clean("csr-superseded", "another node holds another CSR")
                    .in(tree -> tree.set(TOMCAT).file("deployed/" + SUB + "/tomcat/tomcat.csr", NEW)),
            found("csr-signature-invalid", "one bit is flipped")
                    .in(tree -> tree.set(TOMCAT, GOOD.csr(Csr.of(PUB, with -> with.brokenSignature())))),
            clean("csr-signature-invalid", "another signature algorithm")
                    .in(tree -> tree.set(TOMCAT, GOOD.csr(Csr.of(PUB, with -> with.signedWith("RSASSA-PSS"))))),
            clean("csr-signature-invalid", "an EC key").in(tree -> tree.set(PUB + "/tomcat-ECDSA", GoodSet.ecdsa(PUB))),
            found("csr-public-key-mismatch", "the leaf matches another node's CSR")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .set(SUB + "/tomcat")
                            .file(TOMCAT + "/tomcat.pem", GoodSet.of(SUB).leaf())),
            found("csr-public-key-mismatch", "a certificate for a CSR that is gone")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.key(Keys.rsa("new"))))),
            clean("csr-public-key-mismatch", "the RSA key without parameters")
                    .in(tree ->
                            tree.set(TOMCAT, GOOD.leaf(with -> with.publicKey(Keys.withoutParameters(Keys.rsa(PUB)))))),
            clean("csr-public-key-mismatch", "the EC key with its point compressed")
                    .in(tree -> tree.set(
                            PUB + "/tomcat-ECDSA",
                            GoodSet.ecdsa(PUB).leaf(with -> with.publicKey(Keys.compressed(Keys.ec(PUB)))))),
            found("csr-subject-mismatch", "another common name")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.leaf(with -> with.subject(
                                    "C=US,ST=California,L=San Jose,O=Example,OU=Voice,CN=pub.example.com")))),
            found("csr-subject-mismatch", "another value of a field")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.leaf(with ->
                                    with.subject("C=US,ST=California,L=San Jose,O=Example Inc,OU=Voice,CN=" + PUB)))),
            clean("csr-subject-mismatch", "the values in another case and order")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.leaf(with ->
                                    with.subject("CN=" + PUB + ",OU=VOICE,O=EXAMPLE,L=SAN JOSE,ST=CALIFORNIA,C=US")))),
            found("csr-subject-reduced", "only the common name")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.subject("CN=" + PUB)))),
            found("csr-subject-reduced", "one of two units")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.csr(Csr.of(PUB, with -> with.subject("O=Example,OU=Voice,OU=Data,CN=" + PUB)))
                                    .leaf(with -> with.subject("O=Example,OU=Voice,CN=" + PUB)))),
            found("csr-subject-reduced", "without OU").in(tree -> withoutUnit(tree)),
            found("csr-subject-reduced", "without OU in release 14SU1")
                    .in(tree -> withoutUnit(tree))
                    .release("14SU1"),
            found("csr-subject-reduced", "without OU in release 14")
                    .in(tree -> withoutUnit(tree))
                    .release("14"),
            found("csr-subject-reduced", "without OU and O in release 15")
                    .in(tree -> tree.set(
                            TOMCAT, GOOD.leaf(with -> with.subject("C=US,ST=California,L=San Jose,CN=" + PUB))))
                    .release("15"),
            clean("csr-subject-reduced", "the fields in another order")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.leaf(with ->
                                    with.subject("CN=" + PUB + ",OU=Voice,O=Example,L=San Jose,ST=California,C=US")))),
            found("leaf-ambiguous", "two leaves that match no CSR").in(tree -> twoLeaves(tree, "one")),
            found("leaf-ambiguous", "two leaves without any CSR")
                    .in(tree -> twoLeaves(tree, "one").without(TOMCAT + "/tomcat.csr")),
            clean("leaf-ambiguous", "two leaves, one of them matches").in(tree -> twoLeaves(tree, PUB)),
            found("key-shared", "one key on two nodes")
                    .in(tree -> tree.set(TOMCAT)
                            .set(SUB + "/tomcat", GoodSet.of(SUB).csr(Csr.of(SUB, with -> with.key(Keys.rsa(PUB)))))),
            clean("key-shared", "one key for two purposes of a node")
                    .in(tree -> tree.set(TOMCAT).set(PUB + "/CallManager")),
            clean("key-shared", "a multi-server key on one node")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi())
                            .set(SUB + "/tomcat", GoodSet.of(SUB).csr(Csr.of(SUB, with -> with.key(Keys.rsa(MULTI)))))),
            clean("key-shared", "a multi-server key").in(tree -> {
                GoodSet multi = multi();
                tree.set(TOMCAT, multi).set(SUB + "/tomcat", multi);
            }));

    private CsrMatchCases() {}

    private static Tree leafWithoutCsr(Tree tree) {
        return tree.set(TOMCAT, GOOD).without(TOMCAT + "/tomcat.csr");
    }

    private static Tree withoutUnit(Tree tree) {
        return tree.set(TOMCAT, GOOD.leaf(with -> with.subject("C=US,ST=California,L=San Jose,O=Example,CN=" + PUB)));
    }

    private static GoodSet multi() {
        return GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));
    }

    private static Cert newer(GoodSet set) {
        return set.leaf(with -> with.valid("2026-01-02", "2028-01-01")).leaf();
    }

    private static Tree twoLeaves(Tree tree, String key) {
        return tree.set(TOMCAT, GOOD.leaf(with -> with.key(Keys.rsa(key))))
                .file(
                        TOMCAT + "/two.pem",
                        GOOD.leaf(with -> with.key(Keys.rsa("two"))).leaf());
    }

    /** Two certificates for one CSR where only the content decides: the one with the lower digest, in two.pem, is used. */
    private static void startingTogether(Tree tree) {
        Cert one = GOOD.leaf();
        Cert other = GOOD.leaf(with -> {}).leaf();
        boolean isLower = other.sha256().compareTo(one.sha256()) < 0;
        tree.set(TOMCAT, GOOD)
                .file(TOMCAT + "/tomcat.pem", isLower ? one : other)
                .file(TOMCAT + "/two.pem", isLower ? other : one);
    }
}
