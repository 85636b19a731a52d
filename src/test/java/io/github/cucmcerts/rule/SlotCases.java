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

/** Cases about which files belong to which node. */
final class SlotCases {
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final GoodSet ALL_NODES =
            GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));
    private static final GoodSet NAMES_ALL = GOOD.csr(Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));
    private static final GoodSet RENEWED = GOOD.csr(Csr.of(PUB, with -> with.key(Keys.rsa("renewed"))));

    static final List<Case> ALL = List.of(
            found("slot-contested", "a multi-server set and one of its nodes").in(tree -> contested(tree)),
            found("slot-contested", "the node's files are in no folder")
                    .in(tree -> tree.set(MULTI + "/tomcat", ALL_NODES)
                            .file("tomcat.csr", GOOD.csr())
                            .file("tomcat.pem", GOOD.leaf())),
            clean("slot-contested", "the node's CSR has no certificate yet")
                    .in(tree -> contested(tree).without(TOMCAT + "/tomcat.pem")),
            clean("slot-contested", "the node's certificate is deployed")
                    .in(tree -> contested(tree).file("deployed/" + TOMCAT + "/tomcat.pem", GOOD.leaf())),
            clean("slot-contested", "the node has a copy of the multi-server certificate")
                    .in(tree -> tree.set(MULTI + "/tomcat", ALL_NODES).file(TOMCAT + "/copy.pem", ALL_NODES.leaf())),
            clean("slot-contested", "another purpose")
                    .in(tree -> tree.set(MULTI + "/tomcat", ALL_NODES).set(PUB + "/CallManager", GOOD)),
            clean("slot-contested", "only its names suggest that it is for several nodes")
                    .in(tree -> tree.set(TOMCAT, NAMES_ALL).set(SUB + "/tomcat")),
            found("node-mismatch", "the publisher's files in the subscriber's folder")
                    .in(tree -> tree.set(SUB + "/tomcat", GOOD)),
            clean("node-mismatch", "its names include the folder's node")
                    .in(tree -> tree.set(
                            SUB + "/tomcat",
                            GOOD.csr(Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:" + SUB, "DNS:example.com")))))
                    .presence(Case.IMP),
            clean("node-mismatch", "the folder does not belong to a configured node")
                    .in(tree -> tree.set("spare/tomcat", GOOD)),
            clean("node-mismatch", "the node has a new name")
                    .in(tree -> tree.set(SUB + "/tomcat", GoodSet.of("renamed.example.com"))),
            found("csr-missing", "the publisher's certificate in the subscriber's folder")
                    .in(tree -> tree.set(TOMCAT, GOOD).file(SUB + "/tomcat/tomcat.pem", GOOD.leaf())),
            found("csr-missing", "tomcat's certificate in ipsec's folder")
                    .in(tree -> tree.set(TOMCAT, GOOD).set(PUB + "/ipsec", GOOD).without(PUB + "/ipsec/ipsec.csr")),
            found("csr-missing", "tomcat's certificate of one node for CallManager")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .set(PUB + "/CallManager", GOOD)
                            .without(PUB + "/CallManager/CallManager.csr")),
            found("csr-missing", "tomcat's multi-server certificate for CallManager below release 14")
                    .in(tree -> tree.set(MULTI + "/tomcat", ALL_NODES)
                            .set(MULTI + "/CallManager", ALL_NODES)
                            .without(MULTI + "/CallManager/CallManager.csr"))
                    .release("12.5"),
            found("csr-missing", "a copy under another purpose's name in a flat directory")
                    .in(tree -> flat(tree).file("tomcat.pem", GOOD.leaf()).file("CallManager.pem", GOOD.leaf())),
            found("csr-missing", "another purpose's name in a flat directory")
                    .in(tree -> flat(tree).file("CallManager.pem", GOOD.leaf())),
            found("csr-missing", "a purpose of a presence node")
                    .in(tree -> tree.set(Case.IMP + "/cup-xmpp", GoodSet.of(Case.IMP))
                            .without(Case.IMP + "/cup-xmpp/cup-xmpp.csr"))
                    .presence(Case.IMP),
            found("csr-missing", "tomcat on a presence node")
                    .in(tree -> tree.set(Case.IMP + "/tomcat", GoodSet.of(Case.IMP))
                            .without(Case.IMP + "/tomcat/tomcat.csr"))
                    .presence(Case.IMP),
            clean("csr-missing", "tomcat's multi-server certificate for CallManager from release 14 on")
                    .in(tree -> tree.set(MULTI + "/tomcat", ALL_NODES)
                            .set(MULTI + "/CallManager", ALL_NODES)
                            .without(MULTI + "/CallManager/CallManager.csr"))
                    .release("14"),
            found("csr-public-key-mismatch", "a wrong certificate for the CSR that only the node has")
                    .in(tree -> tree.file(TOMCAT + "/wrong.pem", GOOD.leaf())
                            .file("ca/issuing.pem", GOOD.intermediate())
                            .file("ca/root.pem", GOOD.root())
                            .file("deployed/" + TOMCAT + "/tomcat.csr", RENEWED.csr())),
            clean("csr-not-unique", "nodes in a flat directory, one CSR without a certificate")
                    .in(tree -> tree.file("pub-tomcat.csr", GOOD.csr())
                            .file("pub-tomcat.pem", GOOD.leaf())
                            .file("sub1-tomcat.csr", Csr.of(SUB))
                            .file("ca/issuing.pem", GOOD.intermediate())
                            .file("ca/root.pem", GOOD.root())),
            clean("csr-not-unique", "deployed/ shows which CSR the node holds")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/new.csr", RENEWED.csr())
                            .file("deployed/" + TOMCAT + "/tomcat.csr", GOOD.csr())),
            found("pair-superseded", "the node holds the older CSR")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/new.csr", RENEWED.csr())
                            .file(TOMCAT + "/new.pem", newer(RENEWED))
                            .file("deployed/" + TOMCAT + "/tomcat.csr", GOOD.csr())),
            found("pair-superseded", "last year's pair is deployed")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/new.csr", RENEWED.csr())
                            .file(TOMCAT + "/new.pem", newer(RENEWED))
                            .file("deployed/" + TOMCAT + "/tomcat.pem", GOOD.leaf())),
            found("san-missing", "in a flat directory of two nodes")
                    .in(tree -> tree.file("pub-tomcat.csr", GOOD.csr())
                            .file("pub-tomcat.pem", GOOD.leaf())
                            .file("sub1-tomcat.csr", Csr.of(SUB, with -> with.san("DNS:" + SUB, "DNS:example.com")))
                            .file("sub1-tomcat.pem", GoodSet.of(SUB).leaf())
                            .file("ca/issuing.pem", GOOD.intermediate())
                            .file("ca/root.pem", GOOD.root())),
            clean("san-node-missing", "a node that is configured by its address")
                    .in(tree -> tree.set(MULTI + "/tomcat", ALL_NODES))
                    .presence("10.1.2.3"),
            found("set-overlooked", "the issued certificate among the CA certificates")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(SUB + "/tomcat/tomcat.csr", Csr.of(SUB))
                            .file("ca/answer.pem", GoodSet.of(SUB).leaf())),
            found("set-overlooked", "an issued certificate and a CSR in no folder")
                    .in(tree -> flat(tree).file("tomcat-trust/answer.pem", GOOD.leaf())),
            found("set-overlooked", "a peer's certificate in a trust store")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(
                                    "tomcat-trust/peer.pem",
                                    GoodSet.of("peer.example.com").leaf())),
            clean("set-overlooked", "a self-signed certificate of a peer")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file("tomcat-trust/peer.pem", Cert.selfSigned(Csr.of("peer.example.com")))),
            clean("set-overlooked", "a peer's certificate that the node has")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(
                                    "deployed/tomcat-trust/peer.pem",
                                    GoodSet.of("peer.example.com").leaf())));

    private SlotCases() {}

    private static Tree flat(Tree tree) {
        return tree.file("tomcat.csr", GOOD.csr())
                .file("ca/issuing.pem", GOOD.intermediate())
                .file("ca/root.pem", GOOD.root());
    }

    private static Tree contested(Tree tree) {
        return tree.set(MULTI + "/tomcat", ALL_NODES).set(TOMCAT, GOOD);
    }

    private static Cert newer(GoodSet set) {
        return set.leaf(with -> with.valid("2026-01-02", "2028-01-01")).leaf();
    }
}
