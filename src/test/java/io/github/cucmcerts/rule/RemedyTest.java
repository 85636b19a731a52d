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
 * Who does what a finding asks for, to the letter, is done: the directory is ready, or has no upload set that is not. Beside
 * each change is the part of the remedy that asks for it. A folder named archive is not scanned: what is moved there is
 * deleted here.
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
            mend("callmanager-with-tvs")
                    .of(tree -> tree.set(PUB + "/CallManager").set(PUB + "/TVS"))
                    .by("without TVS (parameter purposes: CallManager)", tree -> {})
                    .lookingAt(Purpose.CALL_MANAGER),
            mend("csr-missing")
                    .of(tree -> tree.set(TOMCAT, GOOD).without(TOMCAT + "/tomcat.csr"))
                    .by(
                            "download the CSR that the node holds",
                            "put it beside the certificate that answers it",
                            tree -> tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())),
            mend("csr-missing")
                    .of(tree -> tree.set(TOMCAT, GOOD)
                            .without(TOMCAT + "/tomcat.pem")
                            .file(SUB_TOMCAT + "/tomcat.pem", GOOD.leaf()))
                    .by(
                            "Move the certificate to the folder of " + TOMCAT,
                            tree -> tree.without(SUB_TOMCAT + "/tomcat.pem").file(TOMCAT + "/a.pem", GOOD.leaf())),
            mend("csr-not-unique")
                    .of(tree -> tree.set(TOMCAT, GOOD).file(TOMCAT + "/new.csr", NEW.csr()))
                    .by(
                            "Keep that one and the certificate that answers it, and move the others to a folder named archive",
                            tree -> tree.without(TOMCAT + "/new.csr")),
            mend("csr-not-unique")
                    .of(tree -> tree.set(TOMCAT, GOOD).file(TOMCAT + "/new.csr", NEW.csr()))
                    .by(
                            "Keep that one",
                            "If no certificate answers it, have it signed",
                            tree -> tree.without(TOMCAT + "/tomcat.csr")
                                    .without(TOMCAT + "/tomcat.pem")
                                    .file(TOMCAT + "/new.pem", NEW.leaf())),
            mend("csr-superseded")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("deployed/" + TOMCAT + "/tomcat.csr", NEW.csr()))
                    .by(
                            "signed, and put it and its certificate here in place of this CSR and its certificate",
                            tree -> tree.set(TOMCAT, NEW)),
            mend("csr-superseded")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("deployed/" + TOMCAT + "/tomcat.csr", NEW.csr()))
                    .by(
                            "bring deployed/ up to date",
                            tree -> tree.file("deployed/" + TOMCAT + "/tomcat.csr", GOOD.csr())),
            mend("csr-signature-invalid")
                    .of(tree -> tree.set(TOMCAT, GOOD.csr(Csr.of(PUB, with -> with.brokenSignature()))))
                    .by(
                            "Download the CSR from the node again, and put it here in place of this one",
                            tree -> tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())),
            mend("csr-public-key-mismatch")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.key(Keys.rsa("new")))))
                    .by(
                            "Put the certificate that answers the CSR " + TOMCAT + "/tomcat.csr here in its place",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            mend("csr-public-key-mismatch")
                    .of(tree -> swapped(tree))
                    .by(
                            "Move the certificate to the folder of " + SUB_TOMCAT,
                            "Put the certificate that answers the CSR",
                            tree -> tree.set(TOMCAT, GOOD).set(SUB_TOMCAT, OTHER)),
            mend("slot-contested")
                    .of(tree -> tree.set(MULTI + "/tomcat", ALL_NODES).set(TOMCAT, GOOD))
                    .by(
                            "keep that CSR and certificate here, and move the other files to a folder named archive",
                            tree -> tree.without(TOMCAT + "/tomcat.csr").without(TOMCAT + "/tomcat.pem")),
            mend("node-mismatch")
                    .of(tree -> tree.set(SUB_TOMCAT, GOOD))
                    .by(
                            "Move the CSR and its certificate to the folder of " + PUB,
                            "for " + SUB + " download the CSR that it holds, or generate one and have it signed",
                            tree -> tree.set(TOMCAT, GOOD).set(SUB_TOMCAT, OTHER)),
            mend("node-mismatch")
                    .of(tree -> tree.set(TOMCAT, OTHER.leaf(GOOD.leaf())).set(SUB_TOMCAT, GOOD.leaf(OTHER.leaf())))
                    .by(
                            "Move the CSR and its certificate to the folder of " + PUB,
                            "for " + SUB + " download the CSR that it holds",
                            tree -> tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())
                                    .file(SUB_TOMCAT + "/tomcat.csr", OTHER.csr())),
            mend("leaf-ambiguous")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.key(Keys.rsa("one"))))
                            .file(
                                    TOMCAT + "/two.pem",
                                    GOOD.leaf(with -> with.key(Keys.rsa("two"))).leaf()))
                    .by(
                            "Put the certificate here that answers the CSR which the node holds, " + TOMCAT
                                    + "/tomcat.csr",
                            "move all others to the folders of their nodes, or to a folder named archive",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())
                                    .without(TOMCAT + "/two.pem")),
            mend("san-missing")
                    .of(tree -> tree.set(
                            TOMCAT, asking("DNS:" + PUB, "DNS:example.com").leaf(with -> with.san("DNS:" + PUB))))
                    .by(
                            "Have the CA issue exactly the names of the CSR",
                            tree -> tree.set(TOMCAT, asking("DNS:" + PUB, "DNS:example.com"))),
            mend("san-missing")
                    .of(tree -> tree.set(
                            TOMCAT, asking("DNS:" + PUB, "DNS:example.com").leaf(with -> with.san("DNS:" + PUB))))
                    .by("or generate the CSR as the CA wants it", "have that signed", tree -> tree.set(TOMCAT, GOOD)),
            mend("san-added")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB))))
                    .by(
                            "Have the CA issue exactly the names of the CSR",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            mend("san-added")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB))))
                    .by(
                            "or generate the CSR with the names that the CA adds and have that signed",
                            tree -> tree.set(TOMCAT, asking("DNS:" + PUB, "DNS:www." + PUB))),
            mend("san-wildcard")
                    .of(tree -> tree.set(TOMCAT, asking("DNS:" + PUB, "DNS:*.example.com")))
                    .by(
                            "Have a CSR signed that names the nodes one by one",
                            "generate it in place of " + TOMCAT + "/tomcat.csr",
                            tree -> tree.set(TOMCAT, GOOD)),
            mend("san-wildcard")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.san("DNS:" + PUB, "DNS:*.example.com"))))
                    .by(
                            "have the CA sign it again, with its own names only",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            mend("san-node-missing")
                    .of(tree -> tree.set(
                            MULTI + "/tomcat", GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB)))))
                    .by(
                            "Generate the multi-server CSR anew on the publisher, check that it names every node, and have it signed",
                            tree -> tree.set(MULTI + "/tomcat", ALL_NODES)),
            mend("leaf-self-signed")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(Cert.selfSigned(GOOD.csr()))))
                    .by(
                            "Put the CA's answer to the CSR here in its place",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            mend("ca-not-in-trust-store")
                    .of(tree -> withoutCas(tree))
                    .by(
                            "Get the CA certificate of O=Example,CN=Example Issuing CA from the CA and, unless it is a root, those above it up to the root",
                            "put them beside the certificate",
                            tree -> tree.set(TOMCAT, GOOD)),
            mend("ca-not-in-trust-store")
                    .of(tree -> withoutCas(tree)
                            .file(CALL_MANAGER_TRUST + "issuing.pem", GOOD.intermediate())
                            .file(CALL_MANAGER_TRUST + "root.pem", GOOD.root()))
                    .by(
                            "Put a copy of " + CALL_MANAGER_TRUST + "issuing.pem, " + CALL_MANAGER_TRUST
                                    + "root.pem beside the certificate",
                            tree -> tree.file(TOMCAT + "/issuing.pem", GOOD.intermediate())
                                    .file(TOMCAT + "/root.pem", GOOD.root())),
            mend("ca-not-in-trust-store")
                    .of(tree -> tree.file(TOMCAT + "/tomcat.csr", GOOD.csr())
                            .file(TOMCAT + "/tomcat.pem", A.sign(GOOD.csr()))
                            .file(TOMCAT + "/a.pem", Cert.root("B").intermediate("A"))
                            .file(TOMCAT + "/b.pem", A.intermediate("B")))
                    .by(
                            "Get the root above O=Example,CN=A from the CA",
                            "put them beside the certificate",
                            tree -> tree.file(TOMCAT + "/root.pem", A)),
            mend("issuer-signature-invalid")
                    .of(tree ->
                            tree.file(TOMCAT + "/tomcat.csr", ODD).file(TOMCAT + "/tomcat.pem", Cert.selfSigned(ODD)))
                    .by(
                            "Generate a CSR on the node, have it signed by a CA, and put both here in place of",
                            tree -> tree.set(TOMCAT, GOOD)),
            mend("issuer-signature-invalid")
                    .of(tree -> tree.set(TOMCAT, GOOD).file(TOMCAT + "/root.pem", rekeyed("2020-01-01")))
                    .by("Get the CA certificate", tree -> tree.file(TOMCAT + "/root.pem", GOOD.root())),
            mend("path-invalid")
                    .of(tree -> tree.set(TOMCAT, GOOD.intermediate(with -> with.notCa())))
                    .by("have the CSR signed by a CA that may sign it", tree -> tree.set(TOMCAT, GOOD)),
            mend("path-invalid")
                    .of(tree -> tree.set(
                            TOMCAT, GOOD.intermediate(with -> with.nameConstraints("excluded;DNS:example.com"))))
                    .by(
                            "Have the CSR signed by a CA whose name constraints permit DNS:cucm-pub.example.com",
                            tree -> tree.set(TOMCAT, GOOD)),
            mend("path-invalid")
                    .of(tree -> tree.set(
                            TOMCAT,
                            GOOD.leaf(with ->
                                    with.extension(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE))))
                    .by(
                            "have it issue",
                            "again with 1.2.3.4 not critical, or without it",
                            tree -> tree.set(TOMCAT, GOOD)),
            mend("path-invalid")
                    .of(tree -> tree.set(
                            TOMCAT,
                            GOOD.intermediate(
                                    with -> with.extension(Extension.nameConstraints, true, DERNull.INSTANCE))))
                    .by("have it issue", "intermediate.pem again", tree -> tree.set(TOMCAT, GOOD)),
            mend("path-search-exhausted")
                    .of(tree -> exhausting(tree))
                    .by(
                            "Offer only the CA certificates of this path, and move the others to a folder named archive",
                            tree -> goodPathOnly(tree)),
            mend("trust-certificate-expired")
                    .of(tree -> tree.set(TOMCAT, expired()))
                    .by(
                            "Get the CA's current certificate and put it beside the certificate",
                            "in place of this one",
                            tree -> tree.file(TOMCAT + "/root.pem", GOOD.root())),
            mend("trust-certificate-kept")
                    .of(tree -> tree.set(TOMCAT, GOOD).file(HELD, rekeyed("2021-01-01")))
                    .by("from tomcat-trust first and, when that is done, from deployed/", tree -> tree.without(HELD)),
            mend("trust-cn-conflict")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("ca/other.pem", rekeyed("2021-01-01")))
                    .by(
                            "Move ca/other.pem, which no path needs, to a folder named archive",
                            tree -> tree.without("ca/other.pem")),
            mend("trust-cn-conflict")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("ca/other.pem", rekeyed("2021-01-01")))
                    .by(
                            "have the CSR signed again under it instead",
                            tree -> tree.file(
                                            TOMCAT + "/tomcat.pem",
                                            rekeyed("2021-01-01").sign(GOOD.csr()))
                                    .without(TOMCAT + "/intermediate.pem")),
            mend("trust-cn-conflict")
                    .of(tree -> tree.set(TOMCAT, GOOD)
                            .file(SUB_TOMCAT + "/tomcat.csr", OTHER.csr())
                            .file(
                                    SUB_TOMCAT + "/tomcat.pem",
                                    rekeyed("2021-01-01").sign(OTHER.csr()))
                            .file("ca/other.pem", rekeyed("2021-01-01")))
                    .by(
                            "Have the CSR signed again under ca/other.pem, which other paths need",
                            tree -> tree.file(
                                            TOMCAT + "/tomcat.pem",
                                            rekeyed("2021-01-01").sign(GOOD.csr()))
                                    .without(TOMCAT + "/intermediate.pem")),
            mend("trust-cn-conflict")
                    .of(tree -> tree.set(TOMCAT, GOOD)
                            .file(PUB + "/ipsec/ipsec.csr", GoodSet.ipsec(PUB).csr())
                            .file(
                                    PUB + "/ipsec/ipsec.pem",
                                    rekeyed("2021-01-01")
                                            .sign(GoodSet.ipsec(PUB).csr()))
                            .file("ca/other.pem", rekeyed("2021-01-01")))
                    .by(
                            "Offer ca/other.pem only to the trust store that needs it: move it to the folders of the sets of that store",
                            tree -> tree.without("ca/other.pem").file(PUB + "/ipsec/root.pem", rekeyed("2021-01-01"))),
            mend("trust-cn-conflict")
                    .of(tree -> tree.set(TOMCAT, oneName("Example CA")))
                    .by(
                            "Have the CA issue " + TOMCAT + "/intermediate.pem or this one under another common name",
                            "sign anew what is below it",
                            tree -> tree.set(TOMCAT, oneName("Example CA-G2"))),
            mend("certificate-expired")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.valid("2024-01-01", "2026-01-01"))))
                    .by(
                            "Have the CSR signed again, with an end after the change window, and put the answer here in place of this one",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            mend("certificate-not-yet-valid")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.valid("2027-01-01", "2029-01-01"))))
                    .by("Move the change window behind 2027-01-01T00:00:00Z", tree -> {})
                    .at(Times.day("2027-01-02")),
            mend("certificate-not-yet-valid")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.valid("2027-01-01", "2029-01-01"))))
                    .by(
                            "or have the certificate issued with an earlier start",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            mend("key-usage-missing")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.keyUsage("keyEncipherment"))))
                    .by(
                            "Have the CSR signed again with all of its key usages",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            mend("extended-key-usage-missing")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.without(Extension.extendedKeyUsage))))
                    .by(
                            "Have the CSR signed again with all of its extended key usages",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            mend("key-type-mismatch")
                    .of(tree -> tree.set(TOMCAT, GoodSet.ecdsa(PUB)))
                    .by(
                            "move it and its certificate to that folder",
                            "For tomcat generate a CSR on the node",
                            tree -> tree.set(TOMCAT, GOOD).set(PUB + "/tomcat-ECDSA", GoodSet.ecdsa(PUB))),
            mend("key-type-mismatch")
                    .of(tree -> tree.set(TOMCAT, GOOD.csr(Csr.of(PUB, with -> with.key(Keys.ed25519(PUB))))))
                    .by(
                            "For tomcat generate a CSR on the node, which gives it a key of type RSA, and have it signed",
                            tree -> tree.set(TOMCAT, GOOD)),
            mend("key-too-large")
                    .of(tree -> tree.set(TOMCAT, GOOD.csr(Csr.of(PUB, with -> with.key(Keys.rsa("larger", 4097))))))
                    .by(
                            "Generate a CSR for tomcat on the node, with 2048 bits, have it signed, and put both here in place of these",
                            tree -> tree.set(TOMCAT, GOOD)),
            mend("fips-signature")
                    .of(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.signedWith("SHA224withRSA"))))
                    .by(
                            "Have the CA sign it with SHA-256 or better, and put the new certificate here in its place",
                            tree -> tree.file(TOMCAT + "/tomcat.pem", GOOD.leaf()))
                    .inFipsMode(),
            mend("capf-constraints")
                    .of(tree -> tree.set(CAPF, GoodSet.capf(PUB).leaf(with -> with.notCa())))
                    .by(
                            "Have the CSR signed with a template for subordinate CAs: basicConstraints CA:TRUE, pathlen:0",
                            tree -> tree.set(CAPF, GoodSet.capf(PUB))),
            mend("multi-server-unsupported")
                    .of(tree -> tree.set(MULTI + "/ipsec", GoodSet.ipsec(MULTI)))
                    .by(
                            "Generate a CSR for this purpose on each node, have it signed, and put both into the folder of that node, in place of these files",
                            tree -> tree.without(MULTI + "/ipsec/ipsec.csr")
                                    .without(MULTI + "/ipsec/ipsec.pem")
                                    .set(PUB + "/ipsec", GoodSet.ipsec(PUB))
                                    .set(SUB + "/ipsec", GoodSet.ipsec(SUB))),
            mend("purpose-not-ca-signed")
                    .of(tree -> tree.set(TOMCAT, GOOD).set(PUB + "/ITLRecovery"))
                    .by(
                            "Remove CSR and certificate from here",
                            tree -> tree.without(PUB + "/ITLRecovery/ITLRecovery.csr")
                                    .without(PUB + "/ITLRecovery/ITLRecovery.pem")),
            mend("private-key-present")
                    .of(tree -> tree.set(TOMCAT, GOOD).file(TOMCAT + "/server.key", Pem.privateKey(Keys.rsa(PUB))))
                    .by(
                            "Delete the key",
                            "generate the CSR on the node",
                            tree -> tree.without(TOMCAT + "/server.key").set(TOMCAT, NEW)),
            mend("keystore-present")
                    .of(tree -> tree.set(TOMCAT, GOOD)
                            .without(TOMCAT + "/tomcat.pem")
                            .file(TOMCAT + "/store.p12", Bundle.keystore("PKCS12", "changeit", GOOD.leaf())))
                    .by(
                            "Delete it",
                            "put the certificates alone here",
                            tree -> tree.without(TOMCAT + "/store.p12").file(TOMCAT + "/tomcat.pem", GOOD.leaf())),
            mend("file-unreadable")
                    .of(tree -> tree.set(TOMCAT, GOOD).file(TOMCAT + "/root.pem", "no certificate"))
                    .by("get the file again", tree -> tree.file(TOMCAT + "/root.pem", GOOD.root())),
            mend("export-of-other-cluster")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("deployed/a.json", exported("other.example.com")))
                    .by("move the file to a folder named archive", tree -> tree.without("deployed/a.json")),
            mend("export-of-other-cluster")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("deployed/a.json", exported("10.1.2.3")))
                    .by(
                            "Put the file of 10.1.2.3 into the folder of its node, deployed/<node>/",
                            tree -> tree.without("deployed/a.json")
                                    .file("deployed/" + PUB + "/a.json", exported("10.1.2.3"))),
            mend("export-of-other-cluster")
                    .of(tree -> tree.set(TOMCAT, GOOD).file("deployed/other.txt", session()))
                    .by(
                            "Call deployed/other.txt after its node, as in deployed/<node>.txt",
                            tree -> tree.without("deployed/other.txt").file("deployed/" + PUB + ".txt", session())));

    /** Errors that no change of the files mends, and what their remedy says instead. */
    private static final Set<String> NOT_BY_FILES = Set.of("rule-failed", "served-differs", "served-unreachable");

    @TempDir
    private Path directory;

    static List<Remedy> all() {
        return ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void doneToTheLetterItMends(Remedy remedy) throws IOException {
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
                .as("what followed from it is mended, too")
                .noneMatch(left -> before.stream()
                        .anyMatch(found -> found.explainedBy().isPresent()
                                && found.rule().equals(left.rule())
                                && found.uploadSet().equals(left.uploadSet())));
        assertThat(report.sets()).isNotEmpty().allMatch(set -> report.state(set) == State.READY);
    }

    @Test
    void everyErrorIsMended() {
        Set<String> mended = ALL.stream().map(Remedy::rule).collect(Collectors.toSet());
        assertThat(mended).doesNotContainAnyElementsOf(NOT_BY_FILES);
        assertThat(RuleBook.catalogue())
                .filteredOn(rule -> rule.severity() == Severity.ERROR && !NOT_BY_FILES.contains(rule.id()))
                .extracting(RuleInfo::id)
                .containsExactlyInAnyOrderElementsOf(mended);
    }

    @Test
    void aDefectOfThePluginIsToBeReported() {
        assertThat(EngineRules.RULE_FAILED.remedy()).startsWith("Report the defect");
    }

    private static Remedy mend(String rule) {
        return new Remedy(rule);
    }

    /** A directory in which the rule is found, what its remedy says, and the directory after that is done. */
    private static final class Remedy {
        private final Case before;
        private final Case after;
        private String[] sentences = {};
        private Consumer<Tree> change = tree -> {};

        Remedy(String rule) {
            before = Case.found(rule, "as it is");
            after = Case.clean(rule, "mended");
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

    /** A root, and an issuing CA of that name. */
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
