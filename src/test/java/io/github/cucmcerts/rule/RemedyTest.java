package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.MULTI;
import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.SUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Session;
import io.github.cucmcerts.fixture.Snapshot;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Following a remedy to the letter is enough: the directory is then ready. Next to each change is the part of the remedy that
 * requests it. A folder named archive is not scanned, so what is moved there is deleted here.
 */
class RemedyTest {
    private static final Cert A = Cert.root("A");
    private static final Csr ODD = Csr.of(PUB, with -> with.publicKey(Keys.offTheCurve()));
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final GoodSet OTHER = GoodSet.of(SUB);
    private static final GoodSet NEW = GOOD.csr(Csr.of(PUB, with -> with.key(Keys.rsa("new"))));
    private static final GoodSet ALL_NODES =
            GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));
    private static final String SUB_TOMCAT = SUB + "/tomcat";
    private static final String CAPF = PUB + "/CAPF";
    private static final String CALL_MANAGER_TRUST = PUB + "/CallManager-trust/";
    private static final String HELD = "deployed/tomcat-trust/held.pem";

    private static final List<Remedy> ALL = List.of(
            fix("callmanager-with-tvs")
                    .of(tree -> tree.set(PUB + "/CallManager").set(PUB + "/TVS"))
                    .by("without TVS (parameter purposes: CallManager)", tree -> {})
                    .lookingAt(Purpose.CALL_MANAGER),
            fix("csr-missing")
                    .of(tree -> tree.set(TOMCAT, GOOD).without(TOMCAT + "/tomcat.csr"))
                    .by(
                            "Download the CSR",
                            "and put it next to the certificate",
                            tree -> tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())),
            fix("csr-missing")
                    .of(tree -> tree.set(TOMCAT, GOOD)
                            .without(TOMCAT + "/tomcat.pem")
                            .file(SUB_TOMCAT + "/tomcat.pem", GOOD.leaf()))
                    .by(
                            "Move the certificate to the folder of " + TOMCAT,
                            tree -> tree.without(SUB_TOMCAT + "/tomcat.pem").file(TOMCAT + "/a.pem", GOOD.leaf())),
            fix("csr-missing")
                    .of(tree -> flat(tree).file("CallManager.pem", GOOD.leaf()))
                    .by(
                            "Put the certificate next to CSR tomcat.csr, and give it a name that contains tomcat",
                            "If you do not want to upload a certificate for CallManager, no other step is needed",
                            tree -> tree.without("CallManager.pem").file("tomcat.pem", GOOD.leaf())),
            fix("csr-missing")
                    .of(tree -> flat(tree).file("tomcat.pem", GOOD.leaf()).file("CallManager.pem", GOOD.leaf()))
                    .by(
                            "Remove this copy of the certificate: it is already in the upload set tomcat",
                            tree -> tree.without("CallManager.pem")),
            fix("csr-not-unique")
                    .of(tree -> tree.set(TOMCAT, GOOD).file(TOMCAT + "/new.csr", NEW.csr()))
                    .by(
                            "Keep the certificate that matches this CSR, and move all other CSRs and their certificates to a folder named archive",
                            tree -> tree.without(TOMCAT + "/new.csr")),
            fix("csr-not-unique")
                    .of(tree -> tree.set(TOMCAT, GOOD).file(TOMCAT + "/new.csr", NEW.csr()))
                    .by(
                            "Download the CSR that the node holds",
                            "If no certificate matches this CSR yet, have the CSR signed",
                            tree -> tree.without(TOMCAT + "/tomcat.csr")
                                    .without(TOMCAT + "/tomcat.pem")
                                    .file(TOMCAT + "/new.pem", NEW.leaf())),
            fix("csr-superseded")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("deployed/" + TOMCAT + "/tomcat.csr", NEW.csr()))
                    .by(
                            "signed. Put that CSR and its certificate into the folder of this upload set, and move this CSR and its certificate to a folder named archive",
                            tree -> tree.set(TOMCAT, NEW)),
            fix("csr-superseded")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("deployed/" + TOMCAT + "/tomcat.csr", NEW.csr()))
                    .by(
                            "bring deployed/ up to date",
                            tree -> tree.file("deployed/" + TOMCAT + "/tomcat.csr", GOOD.csr())),
            fix("csr-signature-invalid")
                    .of(tree -> tree.set(TOMCAT, GOOD.csr(Csr.of(PUB, with -> with.brokenSignature()))))
                    .by(
                            "Download the CSR from the node again, and replace this file with the downloaded file",
                            tree -> tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())),
            fix("csr-public-key-mismatch")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.key(Keys.rsa("new")))))
                    .by(
                            "Move " + TOMCAT + "/tomcat.pem to a folder named archive",
                            "Put the certificate that matches CSR " + TOMCAT
                                    + "/tomcat.csr into the folder of this upload set",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            fix("csr-public-key-mismatch")
                    .of(tree -> swapped(tree))
                    .by(
                            "Move the certificate to the folder of " + SUB_TOMCAT,
                            "into the folder of this upload set",
                            tree -> tree.set(TOMCAT, GOOD).set(SUB_TOMCAT, OTHER)),
            fix("slot-contested")
                    .of(tree -> tree.set(MULTI + "/tomcat", ALL_NODES).set(TOMCAT, GOOD))
                    .by(
                            "Move all other CSRs of tomcat, and their leaf certificates, to a folder named archive",
                            tree -> tree.without(TOMCAT + "/tomcat.csr").without(TOMCAT + "/tomcat.pem")),
            fix("node-mismatch")
                    .of(tree -> tree.set(SUB_TOMCAT, GOOD))
                    .by(
                            "Move the CSR and its certificate to the folder of " + PUB,
                            "If " + SUB + " holds none, generate one",
                            tree -> tree.set(TOMCAT, GOOD).set(SUB_TOMCAT, OTHER)),
            fix("node-mismatch")
                    .of(tree -> tree.set(TOMCAT, OTHER.leaf(GOOD.leaf())).set(SUB_TOMCAT, GOOD.leaf(OTHER.leaf())))
                    .by(
                            "Move the CSR and its certificate to the folder of " + PUB,
                            "If " + SUB + " holds a CSR for this purpose, download it",
                            tree -> tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())
                                    .file(SUB_TOMCAT + "/tomcat.csr", OTHER.csr())),
            fix("leaf-ambiguous")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.key(Keys.rsa("one"))))
                            .file(
                                    TOMCAT + "/two.pem",
                                    GOOD.leaf(with -> with.key(Keys.rsa("two"))).leaf()))
                    .by(
                            "Put the CSR that the node holds (" + TOMCAT
                                    + "/tomcat.csr) and the certificate that matches it into the folder of this upload set",
                            "Move all other certificates to the folders of their nodes, or to a folder named archive",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())
                                    .without(TOMCAT + "/two.pem")),
            fix("san-missing")
                    .of(tree -> tree.set(
                            TOMCAT, asking("DNS:" + PUB, "DNS:example.com").leaf(with -> with.san("DNS:" + PUB))))
                    .by(
                            "Have the CA issue the certificate again with exactly the names of the CSR",
                            tree -> tree.set(TOMCAT, asking("DNS:" + PUB, "DNS:example.com"))),
            fix("san-missing")
                    .of(tree -> tree.set(
                            TOMCAT, asking("DNS:" + PUB, "DNS:example.com").leaf(with -> with.san("DNS:" + PUB))))
                    .by(
                            "leave Parent Domain empty",
                            "Check that the new CSR does not request example.com, and have it signed",
                            tree -> tree.set(TOMCAT, GOOD)),
            fix("san-added")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB))))
                    .by(
                            "Have the CA issue the certificate again with exactly the names of the CSR",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            fix("san-added")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB))))
                    .by(
                            "first run set web-security with this value as alternatehostname",
                            "Then generate a CSR, check that it requests www." + PUB + ", and have it signed",
                            tree -> tree.set(TOMCAT, asking("DNS:" + PUB, "DNS:www." + PUB))),
            fix("san-wildcard")
                    .of(tree -> tree.set(TOMCAT, asking("DNS:" + PUB, "DNS:*.example.com")))
                    .by(
                            "Generate a CSR that names each node individually",
                            "Replace " + TOMCAT + "/tomcat.csr with the new CSR, and have the new CSR signed",
                            tree -> tree.set(TOMCAT, GOOD)),
            fix("san-wildcard")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.san("DNS:" + PUB, "DNS:*.example.com"))))
                    .by(
                            "Have the CA sign CSR " + TOMCAT + "/tomcat.csr again, with only the names of this CSR",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            fix("san-node-missing")
                    .of(tree -> tree.set(
                            MULTI + "/tomcat", GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB)))))
                    .by(
                            "Check that the CSR names every node that uses the purpose. Then have the CSR signed",
                            tree -> tree.set(MULTI + "/tomcat", ALL_NODES)),
            fix("leaf-self-signed")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(Cert.selfSigned(GOOD.csr()))))
                    .by(
                            "Replace this file with the certificate that the CA issued for the CSR",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            fix("ca-not-in-trust-store")
                    .of(tree -> withoutCas(tree))
                    .by(
                            "From the CA, get the CA certificate of O=Example,CN=Example Issuing CA. If this certificate is not a root, also get the missing certificates above it, up to the root",
                            "Put them next to the leaf",
                            tree -> tree.set(TOMCAT, GOOD)),
            fix("ca-not-in-trust-store")
                    .of(tree -> withoutCas(tree)
                            .file(CALL_MANAGER_TRUST + "issuing.pem", GOOD.intermediate())
                            .file(CALL_MANAGER_TRUST + "root.pem", GOOD.root()))
                    .by(
                            "Copy " + CALL_MANAGER_TRUST + "issuing.pem and " + CALL_MANAGER_TRUST
                                    + "root.pem to the folder of the leaf",
                            tree -> tree.file(TOMCAT + "/issuing.pem", GOOD.intermediate())
                                    .file(TOMCAT + "/root.pem", GOOD.root())),
            fix("ca-not-in-trust-store")
                    .of(tree -> tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())
                            .file(TOMCAT + "/tomcat.pem", A.sign(GOOD.csr()))
                            .file(TOMCAT + "/a.pem", Cert.root("B").intermediate("A"))
                            .file(TOMCAT + "/b.pem", A.intermediate("B")))
                    .by(
                            "From the CA, get the root above O=Example,CN=A",
                            "Put them next to the leaf",
                            tree -> tree.file(TOMCAT + "/root.pem", A)),
            fix("issuer-signature-invalid")
                    .of(tree ->
                            tree.file(TOMCAT + "/tomcat.csr", ODD).file(TOMCAT + "/tomcat.pem", Cert.selfSigned(ODD)))
                    .by(
                            "On the node, generate a CSR, and have it signed by a CA. Replace",
                            tree -> tree.set(TOMCAT, GOOD)),
            fix("issuer-signature-invalid")
                    .of(tree -> tree.set(TOMCAT, GOOD).file(TOMCAT + "/root.pem", rekeyed("2020-01-01")))
                    .by(
                            "From the CA, get the CA certificate whose key signed",
                            tree -> tree.file(TOMCAT + "/root.pem", GOOD.root())),
            fix("path-invalid")
                    .of(tree -> tree.set(TOMCAT, GOOD.intermediate(with -> with.notCa())))
                    .by(
                            "Have the CSR signed by a CA whose path does not contain " + TOMCAT,
                            tree -> tree.set(TOMCAT, GOOD)),
            fix("path-invalid")
                    .of(tree -> tree.set(TOMCAT, GOOD.root(with -> with.ca(0))))
                    .by(TOMCAT + "/root.pem issued again with a larger path length", tree -> tree.set(TOMCAT, GOOD)),
            fix("path-invalid")
                    .of(tree -> tree.set(
                            TOMCAT, GOOD.intermediate(with -> with.nameConstraints("excluded;DNS:example.com"))))
                    .by(
                            "have the CSR signed by a CA whose name constraints permit DNS:cucm-pub.example.com",
                            tree -> tree.set(TOMCAT, GOOD)),
            fix("path-invalid")
                    .of(tree -> tree.set(
                            TOMCAT,
                            GOOD.leaf(with ->
                                    with.extension(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE))))
                    .by(
                            "issued again",
                            "with 1.2.3.4 not critical, or without 1.2.3.4",
                            tree -> tree.set(TOMCAT, GOOD)),
            fix("path-invalid")
                    .of(tree -> tree.set(
                            TOMCAT,
                            GOOD.intermediate(
                                    with -> with.extension(Extension.nameConstraints, true, DERNull.INSTANCE))))
                    .by("intermediate.pem issued again", tree -> tree.set(TOMCAT, GOOD)),
            fix("path-search-exhausted")
                    .of(tree -> exhausting(tree))
                    .by(
                            "Offer only the CA certificates of this path, and move the others to a folder named archive",
                            tree -> goodPathOnly(tree)),
            fix("trust-certificate-expired")
                    .of(tree -> tree.set(TOMCAT, expired()))
                    .by(
                            "From the CA, get the current CA certificate, and put it next to the leaf",
                            "If the file of the expired certificate is not in deployed/, remove that file",
                            tree -> tree.file(TOMCAT + "/root.pem", GOOD.root())),
            fix("trust-certificate-kept")
                    .of(tree -> tree.set(TOMCAT, GOOD).file(HELD, rekeyed("2021-01-01")))
                    .by(
                            "from tomcat-trust (a deletion cannot be undone), and then delete its file from deployed/",
                            tree -> tree.without(HELD)),
            fix("trust-cn-conflict")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("ca/other.pem", rekeyed("2021-01-01")))
                    .by(
                            "Otherwise, move ca/other.pem, which no path needs, to a folder named archive",
                            tree -> tree.without("ca/other.pem")),
            fix("trust-cn-conflict")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("ca/other.pem", rekeyed("2021-01-01")))
                    .by(
                            "keep this file, and have the CSR signed again with that key",
                            tree -> tree.file(
                                            TOMCAT + "/tomcat.pem",
                                            rekeyed("2021-01-01").sign(GOOD.csr()))
                                    .without(TOMCAT + "/intermediate.pem")),
            fix("trust-cn-conflict")
                    .of(tree -> tree.set(TOMCAT, GOOD)
                            .file(SUB_TOMCAT + "/tomcat.csr", OTHER.csr())
                            .file(
                                    SUB_TOMCAT + "/tomcat.pem",
                                    rekeyed("2021-01-01").sign(OTHER.csr()))
                            .file("ca/other.pem", rekeyed("2021-01-01")))
                    .by(
                            "have the CSR signed again with the key of ca/other.pem, which other paths need",
                            tree -> tree.file(
                                            TOMCAT + "/tomcat.pem",
                                            rekeyed("2021-01-01").sign(GOOD.csr()))
                                    .without(TOMCAT + "/intermediate.pem")),
            fix("trust-cn-conflict")
                    .of(tree -> tree.set(TOMCAT, GOOD)
                            .file(PUB + "/ipsec/ipsec.csr", GoodSet.ipsec(PUB).csr())
                            .file(
                                    PUB + "/ipsec/ipsec.pem",
                                    rekeyed("2021-01-01")
                                            .sign(GoodSet.ipsec(PUB).csr()))
                            .file("ca/other.pem", rekeyed("2021-01-01")))
                    .by(
                            "Offer ca/other.pem only to the trust store that needs it: put a copy into the folder of each upload set that uses this trust store, and remove the file from its present place",
                            tree -> tree.without("ca/other.pem").file(PUB + "/ipsec/root.pem", rekeyed("2021-01-01"))),
            fix("trust-cn-conflict")
                    .of(tree -> tree.set(TOMCAT, oneName("Example CA")))
                    .by(
                            "Have the CA issue either " + TOMCAT + "/intermediate.pem or ",
                            "Have every certificate below the renamed CA certificate signed again",
                            tree -> tree.set(TOMCAT, oneName("Example CA-G2"))),
            fix("certificate-expired")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.valid("2024-01-01", "2026-01-01"))))
                    .by(
                            "Have the CSR signed again, with an expiration date after the change window. Replace this certificate with the new one",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            fix("certificate-not-yet-valid")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.valid("2027-01-01", "2029-01-01"))))
                    .by("Move the change window to a time after 2027-01-01T00:00:00Z", tree -> {})
                    .at(Times.day("2027-01-02")),
            fix("certificate-not-yet-valid")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.valid("2027-01-01", "2029-01-01"))))
                    .by(
                            "or have the certificate issued again with an earlier start date",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            fix("key-usage-missing")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.keyUsage("keyEncipherment"))))
                    .by(
                            "Have the CSR signed again with all of its key usages",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            fix("extended-key-usage-missing")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.without(Extension.extendedKeyUsage))))
                    .by(
                            "Have the CSR signed again with all of its extended key usages",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            fix("key-type-mismatch")
                    .of(tree -> tree.set(TOMCAT, GoodSet.ecdsa(PUB)))
                    .by(
                            "another purpose (for example tomcat-ECDSA), move them to the folder of that purpose",
                            "generate a CSR with a key of the type RSA on the node",
                            tree -> tree.set(TOMCAT, GOOD).set(PUB + "/tomcat-ECDSA", GoodSet.ecdsa(PUB))),
            fix("key-type-mismatch")
                    .of(tree -> tree.set(TOMCAT, GOOD.csr(Csr.of(PUB, with -> with.key(Keys.ed25519(PUB))))))
                    .by(
                            "generate a CSR with a key of the type RSA on the node, and have the new CSR signed",
                            tree -> tree.set(TOMCAT, GOOD)),
            fix("key-too-large")
                    .of(tree -> tree.set(TOMCAT, GOOD.csr(Csr.of(PUB, with -> with.key(Keys.rsa("larger", 4097))))))
                    .by(
                            "On the node, generate a CSR for tomcat with 2048 bits, and have it signed. In the folder of this upload set, replace the CSR and the certificate with the new ones",
                            tree -> tree.set(TOMCAT, GOOD)),
            fix("fips-signature")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.signedWith("SHA224withRSA"))))
                    .by(
                            "Have the certificate issued again, signed with SHA-256 or better. Replace this certificate with the new one",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf()))
                    .inFipsMode(),
            fix("capf-constraints")
                    .of(tree -> tree.set(CAPF, GoodSet.capf(PUB).leaf(with -> with.notCa())))
                    .by(
                            "Have the CSR signed with a template for subordinate CAs: basicConstraints CA:TRUE, pathlen:0",
                            tree -> tree.set(CAPF, GoodSet.capf(PUB))),
            fix("multi-server-unsupported")
                    .of(tree -> tree.set(MULTI + "/ipsec", GoodSet.ipsec(MULTI)))
                    .by(
                            "Otherwise, remove them. Then generate a CSR for ipsec on each node that needs one (CAPF: only on the publisher), and have it signed. Put each CSR and its certificate into the folder of its node",
                            tree -> tree.without(MULTI + "/ipsec/ipsec.csr")
                                    .without(MULTI + "/ipsec/ipsec.pem")
                                    .set(PUB + "/ipsec", GoodSet.ipsec(PUB))
                                    .set(SUB + "/ipsec", GoodSet.ipsec(SUB))),
            fix("purpose-not-ca-signed")
                    .of(tree -> tree.set(TOMCAT, GOOD).set(PUB + "/ITLRecovery"))
                    .by(
                            "Otherwise, remove them",
                            tree -> tree.without(PUB + "/ITLRecovery/ITLRecovery.csr")
                                    .without(PUB + "/ITLRecovery/ITLRecovery.pem")),
            fix("private-key-present")
                    .of(tree -> tree.set(TOMCAT, GOOD).file(TOMCAT + "/server.key", Pem.privateKey(Keys.rsa(PUB))))
                    .by(
                            "Delete the key",
                            "generate a new CSR on the node",
                            tree -> tree.without(TOMCAT + "/server.key").set(TOMCAT, NEW)),
            fix("keystore-present")
                    .of(tree -> tree.set(TOMCAT, GOOD)
                            .without(TOMCAT + "/tomcat.pem")
                            .file(TOMCAT + "/store.p12", Bundle.keystore("PKCS12", "changeit", GOOD.leaf())))
                    .by(
                            "Extract only the certificates from the keystore, and put them into the folder of their purpose",
                            "Then delete the keystore",
                            tree -> tree.without(TOMCAT + "/store.p12").file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            fix("file-unreadable")
                    .of(tree -> tree.set(TOMCAT, GOOD).file(TOMCAT + "/root.pem", "no certificate"))
                    .by("get the file again", tree -> tree.file(TOMCAT + "/root.pem", GOOD.root())),
            fix("export-of-other-cluster")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("deployed/a.json", exported("other.example.com")))
                    .by("move the file to a folder named archive", tree -> tree.without("deployed/a.json")),
            fix("export-of-other-cluster")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("deployed/a.json", exported("10.1.2.3")))
                    .by(
                            "is the address of a configured node, put the file into the folder of that node, deployed/<node>/",
                            tree -> tree.without("deployed/a.json")
                                    .file("deployed/" + PUB + "/a.json", exported("10.1.2.3"))),
            fix("export-of-other-cluster")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("deployed/other.txt", session()))
                    .by(
                            "name it after that node, for example deployed/<node>.txt",
                            tree -> tree.without("deployed/other.txt").file("deployed/" + PUB + ".txt", session())));

    /** Errors that no change of the files fixes. */
    private static final Set<String> NOT_BY_FILES =
            Set.of("rule-failed", "served-differs", "served-unreachable", "served-expired");

    @TempDir
    private Path directory;

    static List<Remedy> all() {
        return ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRemedyRemovesItsFinding(Remedy remedy) throws IOException {
        Tree tree = remedy.before.layOut(directory);
        List<Finding> before = remedy.before.report(tree).findings();
        assertThat(before)
                .filteredOn(finding -> finding.rule().id().equals(remedy.rule()))
                .anySatisfy(finding -> assertThat(finding.remedy()).contains(remedy.sentences));
        remedy.change.accept(tree);
        Report report = remedy.after.report(tree);
        assertThat(report.findings())
                .as("%s", report.findings())
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(report.findings())
                .as("what followed from it is also fixed")
                .noneMatch(left -> before.stream()
                        .anyMatch(found -> found.explainedBy().isPresent()
                                && found.rule().equals(left.rule())
                                && found.uploadSet().equals(left.uploadSet())));
        assertThat(report.sets()).isNotEmpty().allMatch(set -> report.state(set) == State.READY);
    }

    @Test
    void everyErrorHasARemedyThatIsTested() {
        Set<String> fixed = ALL.stream().map(Remedy::rule).collect(Collectors.toSet());
        assertThat(fixed).doesNotContainAnyElementsOf(NOT_BY_FILES);
        assertThat(RuleBook.catalogue())
                .filteredOn(rule -> rule.severity() == Severity.ERROR && !NOT_BY_FILES.contains(rule.id()))
                .extracting(RuleInfo::id)
                .containsExactlyInAnyOrderElementsOf(fixed);
    }

    @Test
    void theRemedyForADefectIsAReport() {
        assertThat(EngineRules.RULE_FAILED.remedy()).startsWith("Report the defect");
    }

    private static Remedy fix(String rule) {
        return new Remedy(rule);
    }

    /** A directory with the finding, parts of its remedy, and the directory after the remedy. */
    private static final class Remedy {
        private final Case before;
        private final Case after;
        private String[] sentences = {};
        private Consumer<Tree> change = tree -> {};

        Remedy(String rule) {
            before = Case.found(rule, "as it is");
            after = Case.clean(rule, "fixed");
        }

        Remedy of(Consumer<Tree> layout) {
            before.in(layout);
            return this;
        }

        Remedy by(String sentence, Consumer<Tree> change) {
            sentences = new String[] {sentence};
            this.change = change;
            return this;
        }

        Remedy by(String first, String second, Consumer<Tree> change) {
            sentences = new String[] {first, second};
            this.change = change;
            return this;
        }

        Remedy lookingAt(Purpose purpose) {
            after.purposes(purpose);
            return this;
        }

        Remedy at(Instant window) {
            after.window(window, window);
            return this;
        }

        Remedy inFipsMode() {
            before.fips();
            after.fips();
            return this;
        }

        String rule() {
            return before.rule();
        }

        @Override
        public String toString() {
            return rule() + ": " + String.join(" … ", sentences);
        }
    }

    private static Tree flat(Tree tree) {
        return tree.file("tomcat.csr", GOOD.csr())
                .file("ca/issuing.pem", GOOD.intermediate())
                .file("ca/root.pem", GOOD.root());
    }

    private static String exported(String server) {
        return Snapshot.of(server).pretty();
    }

    private static String session() {
        return Session.begin()
                .own("ipsec", GoodSet.ipsec("other.example.com").leaf())
                .text();
    }

    private static GoodSet asking(String... names) {
        return GOOD.csr(Csr.of(PUB, with -> with.san(names)));
    }

    private static void swapped(Tree tree) {
        tree.set(TOMCAT, GOOD.leaf(OTHER.leaf())).set(SUB_TOMCAT, OTHER.leaf(GOOD.leaf()));
    }

    private static Tree withoutCas(Tree tree) {
        return tree.set(TOMCAT, GOOD).without(TOMCAT + "/intermediate.pem").without(TOMCAT + "/root.pem");
    }

    private static Cert rekeyed(String from) {
        return Cert.root(
                "Example Root CA", with -> with.key(Keys.rsa("new root")).valid(from, "2040-01-01"));
    }

    private static GoodSet expired() {
        return GOOD.root(with -> with.valid("2010-01-01", "2026-01-01"));
    }

    /** A root, and an issuing CA with that name. */
    private static GoodSet oneName(String name) {
        Cert root = Cert.root("Example CA", with -> with.subject("O=Root,CN=Example CA"));
        Cert issuing =
                root.intermediate(name, with -> with.key(Keys.rsa("issuing")).valid("2021-01-01", "2039-01-01"));
        return new GoodSet(GOOD.csr(), issuing.sign(GOOD.csr()), issuing, root);
    }

    /**
     * Eight layers of two certificates each, below a root that allows none: 256 paths that are not valid. The valid one is longer.
     */
    private static void exhausting(Tree tree) {
        Cert top = Cert.root("Root", with -> with.ca(0));
        Cert good = Cert.root("Good");
        tree.file("ca/root.pem", top).file("ca/good.pem", good);
        for (int layer = 0; layer < 8; layer++) {
            String name = "CA " + layer;
            Cert first = top.intermediate(name, with -> with.key(Keys.ec(name)));
            Cert second = top.intermediate(name, with -> with.key(Keys.ec(name)));
            tree.file("ca/" + layer + "a.pem", first).file("ca/" + layer + "b.pem", second);
            top = first;
        }
        for (int layer = 0; layer < 9; layer++) {
            String name = layer < 8 ? "Good " + layer : "CA 7";
            good = good.intermediate(name, with -> with.key(Keys.ec(name)));
            tree.file("ca/good" + layer + ".pem", good);
        }
        GoodSet set = GoodSet.ecdsa(PUB);
        tree.file(PUB + "/tomcat-ECDSA/tomcat.csr", set.csr())
                .file(PUB + "/tomcat-ECDSA/tomcat.pem", top.sign(set.csr()));
    }

    private static void goodPathOnly(Tree tree) {
        tree.without("ca/root.pem");
        for (int layer = 0; layer < 8; layer++) {
            tree.without("ca/" + layer + "a.pem").without("ca/" + layer + "b.pem");
        }
    }
}
