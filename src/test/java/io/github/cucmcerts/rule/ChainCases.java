package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.IMP;
import static io.github.cucmcerts.rule.Case.MULTI;
import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.SUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static io.github.cucmcerts.rule.Case.clean;
import static io.github.cucmcerts.rule.Case.found;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Algorithms;
import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Tree;
import java.math.BigInteger;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Extension;

final class ChainCases {
    private static final GoodSet GOOD = GoodSet.of(PUB);

    private static final GoodSet PRESENCE = GoodSet.of("imp1-ms.example.com");

    private static final GoodSet TVS = GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));

    private static final String DEPLOYED_EC = "deployed/" + PUB + "/tomcat-ECDSA/now.pem";

    static final List<Case> ALL = List.of(
            found("ca-not-in-trust-store", "a namesake with another key is in another store")
                    .in(tree -> withoutRoot(tree).file(PUB + "/CallManager-trust/root.pem", rekeyedRoot())),
            found("issuer-signature-invalid", "a key of that size cannot verify anything")
                    .in(tree -> withoutRoot(tree).file("ca/root.pem", tooLargeRoot())),
            clean("certificate-unused", "needed by another node's set of the same store")
                    .in(tree -> {
                        Cert other = Cert.root("Other");
                        tree.set(TOMCAT, GOOD)
                                .file(TOMCAT + "/other.pem", other)
                                .file(SUB + "/tomcat/tomcat.csr", Csr.of(SUB))
                                .file(SUB + "/tomcat/tomcat.pem", other.sign(Csr.of(SUB)));
                    }),
            clean("role-misnamed", "CAPF's leaf is a CA and can be named leaf").in(tree -> {
                GoodSet capf = GoodSet.capf(PUB);
                tree.set(PUB + "/CAPF", capf).without(PUB + "/CAPF/CAPF.pem").file(PUB + "/CAPF/leaf.pem", capf.leaf());
            }),
            clean("role-misnamed", "CAPF's former leaf can also be named leaf").in(tree -> {
                GoodSet capf = GoodSet.capf(PUB);
                tree.set(PUB + "/CAPF", capf)
                        .file(
                                PUB + "/CAPF/former-leaf.pem",
                                capf.leaf(with -> with.ca(0).valid("2024-01-01", "2026-01-01"))
                                        .leaf());
            }),
            found("ca-not-in-trust-store", "the root is only in the store of the folder's node")
                    .in(tree -> tree.set(PUB + "/TVS", TVS)
                            .without(PUB + "/TVS/root.pem")
                            .file("deployed/" + PUB + "/TVS-trust/root.pem", TVS.root())
                            .file("deployed/" + SUB + "/TVS-trust/other.pem", Cert.root("Other")))
                    .topics(Topic.CHAIN),
            clean("ca-not-in-trust-store", "names of two nodes make no multi-server certificate of ipsec")
                    .in(tree -> tree.set(PUB + "/ipsec", TVS)
                            .without(PUB + "/ipsec/root.pem")
                            .file("deployed/" + PUB + "/ipsec-trust/root.pem", TVS.root())
                            .file("deployed/" + SUB + "/ipsec-trust/other.pem", Cert.root("Other")))
                    .topics(Topic.CHAIN),
            clean("ca-not-in-trust-store", "a replicating store below a node counts for all")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .set(SUB + "/tomcat")
                            .without(TOMCAT + "/root.pem")
                            .without(SUB + "/tomcat/root.pem")
                            .file(SUB + "/deployed/tomcat-trust/root.pem", GOOD.root())),
            found("ca-not-in-trust-store", "the root is in the store of one node of two")
                    .in(tree -> tree.file("imp1-ms.example.com/cup-xmpp/a.csr", PRESENCE.csr())
                            .file("imp1-ms.example.com/cup-xmpp/a.pem", PRESENCE.leaf())
                            .file("imp1-ms.example.com/cup-xmpp/issuing.pem", PRESENCE.intermediate())
                            .file("deployed/imp1.example.com/cup-xmpp-trust/root.pem", PRESENCE.root()))
                    .presence("imp1.example.com", "imp2.example.com")
                    .topics(Topic.CHAIN),
            found("ca-not-in-trust-store", "a loop").in(tree -> {
                Cert a = Cert.root("A");
                Cert b = Cert.root("B");
                tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())
                        .file(TOMCAT + "/tomcat.pem", a.sign(GOOD.csr()))
                        .file(TOMCAT + "/a.pem", b.intermediate("A"))
                        .file(TOMCAT + "/b.pem", a.intermediate("B"));
            }),
            found("ca-not-in-trust-store", "a loop, and its root in another store")
                    .in(tree -> {
                        Cert a = Cert.root("A");
                        Cert b = Cert.root("B");
                        tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())
                                .file(TOMCAT + "/tomcat.pem", a.sign(GOOD.csr()))
                                .file(TOMCAT + "/a.pem", b.intermediate("A"))
                                .file(TOMCAT + "/b.pem", a.intermediate("B"))
                                .file(PUB + "/ipsec/root.pem", a);
                    }),
            found("role-misnamed", "in a folder for all, and a copy")
                    .in(tree -> tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())
                            .file(TOMCAT + "/tomcat.pem", GOOD.leaf())
                            .file(TOMCAT + "/intermediate.pem", GOOD.intermediate())
                            .file(TOMCAT + "/root.pem", GOOD.intermediate())
                            .file("ca/intermediate.pem", GOOD.root())),
            clean("role-misnamed", "a root file that holds more")
                    .in(tree ->
                            withoutRoot(tree).file(TOMCAT + "/root.pem", Bundle.pem(GOOD.intermediate(), GOOD.root()))),
            found("certificate-unused", "another node's certificate")
                    .in(tree -> tree.set(TOMCAT)
                            .set(SUB + "/tomcat")
                            .file(TOMCAT + "/sub.pem", GoodSet.of(SUB).leaf())),
            found("certificate-unused", "the node's earlier certificate without its CSR")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(
                                    TOMCAT + "/old.pem",
                                    GOOD.leaf(with -> with.key(Keys.rsa("old")).valid("2025-01-01", "2027-01-01"))
                                            .leaf())),
            found("certificate-unused", "next to a path that is not valid")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.ca(0)))
                            .file(TOMCAT + "/o.pem", Cert.root("Other"))),
            found("certificate-unused", "in a flat directory")
                    .in(tree -> tree.file("tomcat.csr", GOOD.csr())
                            .file("tomcat.pem", GOOD.leaf())
                            .file("issuing.pem", GOOD.intermediate())
                            .file("root.pem", GOOD.root())
                            .file("other.pem", Cert.root("Other"))),
            clean("certificate-unused", "needed by another set of a flat directory")
                    .in(tree -> tree.file("tomcat.csr", GOOD.csr())
                            .file("tomcat.pem", GOOD.leaf())
                            .file("issuing.pem", GOOD.intermediate())
                            .file("root.pem", GOOD.root())
                            .file("other.pem", Cert.root("Other"))
                            .file("ipsec.csr", GoodSet.ipsec(PUB).csr())
                            .file(
                                    "ipsec.pem",
                                    Cert.root("Other").sign(GoodSet.ipsec(PUB).csr())))
                    .purposes(Purpose.TOMCAT),
            found("chain-bundled", "a bundle of copies")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/tomcat.p7b", Bundle.pkcs7(GOOD.leaf(), GOOD.intermediate(), GOOD.root()))),
            found("ecdsa-sibling-left", "self-signed")
                    .in(tree -> tree.set(TOMCAT).file(DEPLOYED_EC, selfSignedEc(PUB))),
            found("ecdsa-sibling-left", "its set has no certificate yet")
                    .in(tree -> tree.set(TOMCAT)
                            .file(DEPLOYED_EC, selfSignedEc(PUB))
                            .file(PUB + "/tomcat-ECDSA/new.csr", Csr.of(PUB, with -> with.key(Keys.ec("new"))))),
            found("ecdsa-sibling-left", "CallManager under another root, and a node of a multi-server certificate")
                    .in(tree -> {
                        Cert other = Cert.root("Other Root");
                        Csr multi = Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB));
                        tree.set(MULTI + "/CallManager", GoodSet.of(MULTI).csr(multi))
                                .file("deployed/CallManager-trust/other.pem", other)
                                .file(
                                        "deployed/" + PUB + "/CallManager-ECDSA/now.pem",
                                        other.sign(GoodSet.ecdsa(PUB).csr()))
                                .file("deployed/" + SUB + "/CallManager-ECDSA/now.pem", selfSignedEc(SUB));
                    })
                    .topics(Topic.CHAIN),
            clean("ecdsa-sibling-left", "under the same root")
                    .in(tree -> tree.set(TOMCAT)
                            .file(DEPLOYED_EC, GoodSet.ecdsa(PUB).leaf())),
            clean("ecdsa-sibling-left", "under a root of the same CA that was renewed")
                    .in(tree -> {
                        Cert former = Cert.root("Example Root CA", with -> with.valid("2019-01-01", "2027-12-01"));
                        Cert issuing = former.intermediate(
                                "Former Issuing CA", with -> with.valid("2019-01-01", "2027-12-01"));
                        tree.set(TOMCAT)
                                .file("deployed/tomcat-trust/former.pem", former)
                                .file("deployed/tomcat-trust/issuing.pem", issuing)
                                .file(
                                        DEPLOYED_EC,
                                        issuing.sign(
                                                GoodSet.ecdsa(PUB).csr(),
                                                with -> with.valid("2026-01-01", "2027-11-01")));
                    }),
            clean("ecdsa-sibling-left", "its issuer is not known")
                    .in(tree -> tree.set(TOMCAT)
                            .file(
                                    DEPLOYED_EC,
                                    Cert.root("Other Root")
                                            .sign(GoodSet.ecdsa(PUB).csr()))),
            clean("ecdsa-sibling-left", "a set replaces it")
                    .in(tree -> tree.set(TOMCAT)
                            .set(PUB + "/tomcat-ECDSA", GoodSet.ecdsa(PUB))
                            .file(DEPLOYED_EC, selfSignedEc(PUB))),
            clean("ecdsa-sibling-left", "a set of a later window replaces it")
                    .in(tree -> tree.set(TOMCAT)
                            .set(PUB + "/tomcat-ECDSA", GoodSet.ecdsa(PUB))
                            .file(DEPLOYED_EC, selfSignedEc(PUB)))
                    .purposes(Purpose.TOMCAT),
            clean("ecdsa-sibling-left", "another node's")
                    .in(tree -> tree.set(TOMCAT).file("deployed/" + SUB + "/tomcat-ECDSA/now.pem", selfSignedEc(SUB))),
            clean("ecdsa-sibling-left", "in the deployed folder of another site")
                    .in(tree -> tree.set("a/" + TOMCAT)
                            .file("b/deployed/" + PUB + "/tomcat-ECDSA/now.pem", selfSignedEc(PUB))),
            clean("ecdsa-sibling-left", "the certificate also becomes self-signed")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(Cert.selfSigned(GOOD.csr())))
                            .file(DEPLOYED_EC, selfSignedEc(PUB))),
            clean("ecdsa-sibling-left", "Expressway does not use cup")
                    .in(tree -> tree.set(IMP + "/cup", GoodSet.ipsec(IMP))
                            .file("deployed/" + IMP + "/cup-ECDSA/now.pem", selfSignedEc(IMP)))
                    .presence(IMP),
            found("leaf-self-signed", "by its own key")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(Cert.selfSigned(GOOD.csr())))),
            clean("leaf-self-signed", "by the root itself")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(GOOD.root().sign(GOOD.csr())))
                            .without(TOMCAT + "/intermediate.pem")),
            found("ca-not-in-trust-store", "the root is missing").in(tree -> withoutRoot(tree)),
            found("ca-not-in-trust-store", "the root is in another store")
                    .in(tree -> withoutRoot(tree).file(PUB + "/CallManager-trust/root.pem", GOOD.root())),
            found("ca-not-in-trust-store", "the intermediate is missing")
                    .in(tree -> tree.set(TOMCAT).without(TOMCAT + "/intermediate.pem")),
            found("ca-not-in-trust-store", "intermediate and root are in another store")
                    .in(tree -> withoutRoot(tree)
                            .without(TOMCAT + "/intermediate.pem")
                            .file(PUB + "/CallManager-trust/intermediate.pem", GOOD.intermediate())
                            .file(PUB + "/CallManager-trust/root.pem", GOOD.root())),
            found("ca-not-in-trust-store", "the intermediate is in another store, the root nowhere")
                    .in(tree -> withoutRoot(tree)
                            .without(TOMCAT + "/intermediate.pem")
                            .file(PUB + "/CallManager-trust/intermediate.pem", GOOD.intermediate())),
            found("ca-not-in-trust-store", "the intermediate is in another store, the root in this one")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .without(TOMCAT + "/intermediate.pem")
                            .file(PUB + "/CallManager-trust/intermediate.pem", GOOD.intermediate())),
            clean("ca-not-in-trust-store", "the root is deployed")
                    .in(tree -> withoutRoot(tree).file("deployed/tomcat-trust/root.pem", GOOD.root())),
            clean("ca-not-in-trust-store", "the root is in the store's folder")
                    .in(tree -> withoutRoot(tree).file(PUB + "/tomcat-trust/root.pem", GOOD.root())),
            clean("ca-not-in-trust-store", "the root is offered to every store")
                    .in(tree -> withoutRoot(tree).file("ca/root.pem", GOOD.root())),
            found("issuer-signature-invalid", "a root with the right name and another key")
                    .in(tree -> withoutRoot(tree).file("ca/root.pem", rekeyedRoot())),
            found("issuer-signature-invalid", "the key of the root can't be decoded")
                    .in(tree -> withoutRoot(tree)
                            .file(
                                    "ca/root.pem",
                                    Cert.root("Example Root CA", with -> with.publicKey(Keys.offTheCurve())))),
            found("issuer-signature-invalid", "one key is another, and one can't be decoded")
                    .in(tree -> withoutRoot(tree)
                            .file("ca/root.pem", rekeyedRoot())
                            .file(
                                    "ca/other.pem",
                                    Cert.root("Example Root CA", with -> with.publicKey(Keys.offTheCurve())))),
            found("issuer-signature-invalid", "nobody knows the leaf's signature algorithm")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(Algorithms.unknown(GOOD.leaf())))),
            found("issuer-signature-invalid", "nobody knows the root's signature algorithm")
                    .in(tree -> withoutRoot(tree).file("ca/root.pem", Algorithms.unknown(GOOD.root()))),
            found("issuer-signature-invalid", "a deployed namesake with another key keeps the right one out")
                    .in(tree -> withoutRoot(tree).file("deployed/tomcat-trust/root.pem", rekeyedRoot())),
            found("issuer-signature-invalid", "the right one is uploaded next to one with the same common name")
                    .in(tree -> withoutRoot(tree)
                            .file("ca/root.pem", rekeyedRoot())
                            .file(
                                    "deployed/tomcat-trust/other.pem",
                                    Cert.root("Example Root CA", with -> with.subject("O=Other,CN=Example Root CA")))),
            found("issuer-signature-invalid", "from release 14 on another subject is another name")
                    .in(tree -> withoutRoot(tree)
                            .file("ca/root.pem", rekeyedRoot())
                            .file(
                                    "deployed/tomcat-trust/other.pem",
                                    Cert.root("Example Root CA", with -> with.subject("O=Other,CN=Example Root CA"))))
                    .release("14"),
            found("path-invalid", "the intermediate names two signature algorithms")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(
                                    TOMCAT + "/intermediate.pem",
                                    Algorithms.two(
                                            GOOD.intermediate(), GOOD.root().key()))),
            found("issuer-signature-invalid", "a path of another store needs the root with another key")
                    .in(tree -> withoutRoot(tree)
                            .file("ca/root.pem", rekeyedRoot())
                            .set(PUB + "/ipsec", GoodSet.ipsec(PUB).root(with -> with.key(Keys.rsa("new"))))
                            .without(PUB + "/ipsec/root.pem")),
            found("issuer-signature-invalid", "the leaf's own key cannot verify anything")
                    .in(tree -> {
                        Csr odd = Csr.of(PUB, with -> with.publicKey(Keys.offTheCurve()));
                        tree.file(TOMCAT + "/tomcat.csr", odd).file(TOMCAT + "/tomcat.pem", Cert.selfSigned(odd));
                    }),
            clean("issuer-signature-invalid", "next to the one that signed")
                    .in(tree -> tree.set(TOMCAT).file("ca/root.pem", rekeyedRoot())),
            found("path-invalid", "the root allows no intermediate")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.ca(0)))),
            found("path-invalid", "an intermediate in the middle has the limit").in(tree -> {
                Cert root = Cert.root("Root", with -> with.ca(3));
                Cert limit = root.intermediate("A", with -> with.ca(0).key(Keys.rsa("a")));
                Cert extra = limit.intermediate("B", with -> with.key(Keys.rsa("b")));
                Cert issuing = extra.intermediate("C", with -> with.key(Keys.rsa("c")));
                tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())
                        .file(TOMCAT + "/tomcat.pem", issuing.sign(GOOD.csr()))
                        .file("ca/root.pem", root)
                        .file("ca/limit.pem", limit)
                        .file("ca/extra.pem", extra)
                        .file("ca/issuing.pem", issuing);
            }),
            clean("path-invalid", "the root allows one intermediate")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.ca(1)))),
            found("path-invalid", "the intermediate is not a CA")
                    .in(tree -> tree.set(TOMCAT, GOOD.intermediate(with -> with.notCa()))),
            found("path-invalid", "the intermediate may not sign")
                    .in(tree -> tree.set(TOMCAT, GOOD.intermediate(with -> with.keyUsage("cRLSign")))),
            found("path-invalid", "a malformed name that is restricted")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.csr(Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:https://x")))
                                    .intermediate(with -> with.nameConstraints("permitted;DNS:example.com")))),
            found("path-invalid", "one of two malformed names that are restricted")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.csr(Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:https://x", "DNS:https://y")))
                                    .intermediate(with -> with.nameConstraints("permitted;DNS:example.com")))),
            found("path-invalid", "one of two critical extensions that nobody knows")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.leaf(with -> with.critical(Extension.extendedKeyUsage)
                                    .extension(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE)))),
            found("path-invalid", "outside the name constraints")
                    .in(tree -> tree.set(
                            TOMCAT, GOOD.intermediate(with -> with.nameConstraints("permitted;DNS:example.org")))),
            found("path-invalid", "a name that is excluded")
                    .in(tree -> tree.set(
                            TOMCAT, GOOD.intermediate(with -> with.nameConstraints("excluded;DNS:example.com")))),
            found("path-invalid", "constraints that no name can be compared with")
                    .in(tree -> tree.set(
                            TOMCAT, GOOD.intermediate(with -> with.nameConstraints("permitted;DNS:*.example.com")))),
            found("path-invalid", "a name that the CA added")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.intermediate(with -> with.nameConstraints("permitted;DNS:example.com"))
                                    .leaf(with -> with.san("DNS:" + PUB, "DNS:www.example.org")))),
            found("path-invalid", "a subject that the CA may not certify")
                    .in(tree -> tree.set(
                            TOMCAT, GOOD.intermediate(with -> with.nameConstraints("permitted;dirName:O=Other")))),
            found("path-invalid", "an issuing CA outside the root's constraints")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.nameConstraints("permitted;dirName:C=US")))),
            found("path-invalid", "a name that cannot be compared")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.intermediate(with -> with.nameConstraints("excluded;URI:example.org"))
                                    .csr(Csr.of(PUB, with -> with.san("DNS:" + PUB, "URI:https://10.1.2.3/"))))),
            found("path-invalid", "a required policy that the leaf lacks")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.intermediate(with -> with.extension(
                                    Extension.policyConstraints,
                                    true,
                                    new DERSequence(new DERTaggedObject(false, 0, new ASN1Integer(0))))))),
            found("path-invalid", "the intermediate is not a CA, and the root signs with MD5")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.root(with -> with.signedWith("MD5withRSA")).intermediate(with -> with.notCa()))),
            found("path-invalid", "name constraints that can't be read")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.intermediate(
                                    with -> with.extension(Extension.nameConstraints, true, DERNull.INSTANCE)))),
            found("path-invalid", "the leaf has a critical extension that nobody knows")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.leaf(with ->
                                    with.extension(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE)))),
            found("path-invalid", "the leaf has a critical key identifier")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.leaf(with -> with.extension(
                                    Extension.subjectKeyIdentifier, true, new DEROctetString(new byte[] {1}))))),
            clean("path-invalid", "within the name constraints")
                    .in(tree -> tree.set(
                            TOMCAT, GOOD.intermediate(with -> with.nameConstraints("permitted;DNS:example.com")))),
            clean("path-invalid", "an expired root")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.valid("2020-01-01", "2026-01-01")))),
            found("path-search-exhausted", "256 paths that are not valid").in(tree -> layers(tree, 8)),
            clean("path-search-exhausted", "128 paths that are not valid").in(tree -> layers(tree, 7)),
            found("leaf-is-ca", "the leaf says CA:TRUE").in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.ca()))),
            clean("leaf-is-ca", "CAPF's leaf is a CA").in(tree -> tree.set(PUB + "/CAPF", GoodSet.capf(PUB))),
            found("role-misnamed", "root and intermediate are swapped")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/root.pem", GOOD.intermediate())
                            .file(TOMCAT + "/intermediate.pem", GOOD.root())),
            clean("role-misnamed", "files named for their roles")
                    .in(tree -> tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())
                            .file(TOMCAT + "/leaf.pem", GOOD.leaf())
                            .file(TOMCAT + "/example-intermediate.pem", GOOD.intermediate())
                            .file(TOMCAT + "/Example_Root.pem", GOOD.root())),
            found("certificate-unused", "a CA that is not in the path")
                    .in(tree -> tree.set(TOMCAT).file(TOMCAT + "/other.pem", Cert.root("Other"))),
            clean("certificate-unused", "a CA for every store")
                    .in(tree -> tree.set(TOMCAT).file("ca/other.pem", Cert.root("Other"))),
            clean("certificate-unused", "no path was found")
                    .in(tree -> withoutRoot(tree).file(TOMCAT + "/other.pem", Cert.root("Other"))),
            clean("certificate-unused", "an older certificate for the CSR")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(
                                    TOMCAT + "/old.pem",
                                    GOOD.leaf(with -> with.valid("2025-01-01", "2027-01-01"))
                                            .leaf())),
            found("chain-bundled", "two certificates in one file")
                    .in(tree -> bundle(tree, Bundle.pem(GOOD.intermediate(), GOOD.root()))),
            found("chain-bundled", "one certificate as PKCS#7")
                    .in(tree -> withoutRoot(tree).file(TOMCAT + "/root.p7b", Bundle.pkcs7(GOOD.root()))),
            found("chain-bundled", "the chain with its leaf as PKCS#7 in Base64")
                    .in(tree -> tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())
                            .file(TOMCAT + "/tomcat.p7b", Pem.encode("PKCS7", chain()))),
            found("chain-bundled", "PKCS#7 in Base64 under the header of a certificate")
                    .in(tree ->
                            bundle(tree, Pem.encode("CERTIFICATE", Bundle.pkcs7(GOOD.intermediate(), GOOD.root())))),
            found("chain-bundled", "PKCS#7 in Base64 and a certificate in one file")
                    .in(tree -> bundle(
                            tree,
                            Pem.encode("PKCS7", Bundle.pkcs7(GOOD.root()))
                                    + GOOD.intermediate().pem())),
            found("chain-bundled", "PKCS#7 in Base64 where the build makes it an error")
                    .in(tree -> withoutRoot(tree)
                            .file(TOMCAT + "/root.p7b", Pem.encode("PKCS7", Bundle.pkcs7(GOOD.root()))))
                    .changed("chain-bundled", Severity.ERROR),
            found("chain-bundled", "two certificates for every store")
                    .in(tree -> withoutRoot(tree).file("ca/all.pem", Bundle.pem(GOOD.root(), Cert.root("Other")))),
            found("chain-bundled", "in a flat directory each server's chain is its own")
                    .in(tree -> {
                        GoodSet sub = GoodSet.of(SUB);
                        tree.file("pub-tomcat.csr", GOOD.csr())
                                .file("pub-tomcat.pem", Bundle.pem(GOOD.leaf(), GOOD.intermediate(), GOOD.root()))
                                .file("sub-tomcat.csr", sub.csr())
                                .file("sub-tomcat.pem", Bundle.pem(sub.leaf(), sub.intermediate(), sub.root()));
                    })
                    .topics(Topic.CHAIN),
            clean("chain-bundled", "CSR and leaf in one file")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .without(TOMCAT + "/tomcat.csr")
                            .file(
                                    TOMCAT + "/tomcat.pem",
                                    GOOD.csr().pem() + GOOD.leaf().pem())));

    private ChainCases() {}

    private static Cert selfSignedEc(String host) {
        return Cert.selfSigned(GoodSet.ecdsa(host).csr());
    }

    private static Tree withoutRoot(Tree tree) {
        return tree.set(TOMCAT, GOOD).without(TOMCAT + "/root.pem");
    }

    private static void bundle(Tree tree, String chain) {
        withoutRoot(tree).without(TOMCAT + "/intermediate.pem").file(TOMCAT + "/chain.pem", chain);
    }

    private static byte[] chain() {
        return Bundle.pkcs7(GOOD.leaf(), GOOD.intermediate(), GOOD.root());
    }

    private static Cert rekeyedRoot() {
        return Cert.root("Example Root CA", with -> with.key(Keys.rsa("new")));
    }

    private static Cert tooLargeRoot() {
        return Cert.root(
                "Example Root CA",
                with -> with.publicKey(
                        Keys.rsaInfo(BigInteger.ONE.shiftLeft(16_384).setBit(0), RSAKeyGenParameterSpec.F4)));
    }

    /** Two certificates of a CA in each layer, below a root that allows none: each layer doubles the number of paths. */
    private static void layers(Tree tree, int count) {
        Cert top = Cert.root("Root", with -> with.ca(0));
        tree.file("ca/root.pem", top);
        for (int i = 0; i < count; i++) {
            String name = "CA " + i;
            Cert first = top.intermediate(name, with -> with.key(Keys.ec(name)));
            Cert second = top.intermediate(name, with -> with.key(Keys.ec(name)));
            tree.file("ca/" + i + "a.pem", first).file("ca/" + i + "b.pem", second);
            top = first;
        }
        GoodSet set = GoodSet.ecdsa(PUB);
        tree.file(PUB + "/tomcat-ECDSA/tomcat.csr", set.csr())
                .file(PUB + "/tomcat-ECDSA/tomcat.pem", top.sign(set.csr()));
    }
}
