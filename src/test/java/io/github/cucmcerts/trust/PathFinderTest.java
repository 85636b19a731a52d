package io.github.cucmcerts.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.fixture.Algorithms;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.CertSpec;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.text.Message;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathFinderTest {
    @TempDir
    private Path directory;

    @Test
    void findsThePathThroughOneOfSeveralCertificatesOfTheCa() throws IOException {
        Cert root = Cert.root("Root");
        Cert retired = Cert.root("Retired Root");
        Cert issuing = root.intermediate("Issuing");
        Chain chain = find(issuing.sign(Csr.of("a.example.com")), retired.intermediate("Issuing"), issuing, root);
        assertThat(chain).isInstanceOf(Chain.Good.class);
        assertThat(chain.path()).hasSize(3);
    }

    @Test
    void prefersAPathThatIsValidInTheWindowToAShorterOne() throws IOException {
        Cert root = Cert.root("Root");
        Cert expired = Cert.root("Issuing", with -> with.valid("2020-01-01", "2021-01-01"));
        Cert issuing = root.intermediate("Issuing");
        Chain chain = find(issuing.sign(Csr.of("a.example.com")), expired, issuing, root);
        assertThat(chain.path()).hasSize(3);
    }

    @Test
    void prefersTheShortestValidPath() throws IOException {
        Cert old = Cert.root("Old Root");
        Cert root = Cert.root("Root");
        Chain chain = find(root.sign(Csr.of("a.example.com")), old.intermediate("Root"), old, root);
        assertThat(chain.path()).hasSize(2);
    }

    @Test
    void prefersAPathThatTheStoreCanHoldToAShorterOne() throws IOException {
        Cert old = Cert.root("Old Root");
        Cert root = Cert.root("Root");
        Chain chain = find(root.sign(Csr.of("a.example.com")), without("Root"), root, old.intermediate("Root"), old);
        assertThat(chain.path()).hasSize(3);
    }

    @Test
    void prefersAValidPathToOneThatTheStoreCanHold() throws IOException {
        Cert old = Cert.root("Old Root", with -> with.valid("2020-01-01", "2021-01-01"));
        Cert root = Cert.root("Root");
        Chain chain = find(root.sign(Csr.of("a.example.com")), without("Root"), old.intermediate("Root"), old, root);
        assertThat(chain.path()).hasSize(2);
    }

    @Test
    void prefersAPathThatTheStoreCanHoldIfNoneIsValid() throws IOException {
        Cert old = Cert.root("Old Root", with -> with.valid("2020-01-01", "2021-01-01"));
        Cert root = Cert.root("Root", with -> with.valid("2020-01-01", "2021-01-01"));
        Chain chain = find(root.sign(Csr.of("a.example.com")), without("Root"), root, old.intermediate("Root"), old);
        assertThat(chain.path()).hasSize(3);
    }

    @Test
    void aPathThatTheStoreCannotHoldIsBetterThanNone() throws IOException {
        Cert root = Cert.root("Root");
        assertThat(find(root.sign(Csr.of("a.example.com")), without("Root"), root))
                .isInstanceOf(Chain.Good.class);
    }

    @Test
    void aLoopIsAMissingIssuer() throws IOException {
        Cert a = Cert.root("A");
        Cert b = Cert.root("B");
        Chain chain = find(a.sign(Csr.of("a.example.com")), b.intermediate("A"), a.intermediate("B"));
        assertThat(chain).isInstanceOf(Chain.IssuerMissing.class);
    }

    @Test
    void anotherKeyForTheIssuersNameIsReported() throws IOException {
        Cert root = Cert.root("Root");
        Chain chain = find(root.sign(Csr.of("a.example.com")), Cert.root("Root", with -> with.key(Keys.rsa("second"))));
        assertThat(chain).isInstanceOf(Chain.WrongKey.class);
    }

    @Test
    void aDeadEndWithoutAnyIssuerCertificateIsReportedFirst() throws IOException {
        Cert wrongKey = Cert.root("Root").intermediate("Issuing");
        Cert missing = Cert.root("Gone").intermediate("Issuing");
        Cert root = Cert.root("Root", with -> with.key(Keys.rsa("second")));
        Cert leaf = wrongKey.sign(Csr.of("a.example.com"));
        for (Cert[] reach : new Cert[][] {{wrongKey, missing, root}, {missing, wrongKey, root}}) {
            assertThat(find(leaf, reach))
                    .isInstanceOfSatisfying(
                            Chain.IssuerMissing.class,
                            chain -> assertThat(chain.child().encoded()).isEqualTo(missing.der()));
        }
    }

    @Test
    void theRootsOwnPathLengthCounts() throws IOException {
        Cert root = Cert.root("Root", with -> with.ca(0));
        Cert issuing = root.intermediate("Issuing");
        assertThat(find(issuing.sign(Csr.of("a.example.com")), issuing, root)).isInstanceOf(Chain.Invalid.class);
        assertThat(find(root.sign(Csr.of("a.example.com")), root)).isInstanceOf(Chain.Good.class);
    }

    @Test
    void aVersion1RootIsNoReasonToReject() throws IOException {
        Cert root = Cert.root("Root", with -> with.versionOne());
        assertThat(find(root.sign(Csr.of("a.example.com")), root)).isInstanceOf(Chain.Good.class);
    }

    @Test
    void expiryIsNoReasonToReject() throws IOException {
        Cert root = Cert.root("Root", with -> with.valid("2020-01-01", "2021-01-01"));
        assertThat(find(root.sign(Csr.of("a.example.com")), root)).isInstanceOf(Chain.Good.class);
    }

    @Test
    void theBudgetStopsAnEndlessSearch() throws IOException {
        Cert top = Cert.root("Root", with -> with.ca(0));
        List<Cert> reach = new ArrayList<>(List.of(top));
        for (int layer = 0; layer < 8; layer++) {
            String name = "CA " + layer;
            KeyPair key = Keys.ec(name);
            Cert first = top.intermediate(name, with -> with.key(key));
            reach.add(first);
            reach.add(top.intermediate(name, with -> with.key(key)));
            top = first;
        }
        Cert leaf = top.sign(Csr.of("a.example.com"));
        assertThat(find(leaf, reach.toArray(Cert[]::new)))
                .isInstanceOfSatisfying(
                        Chain.Exhausted.class,
                        chain -> assertThat(chain.work().toString())
                                .matches("none of \\d+ paths is valid, and there are more"));
    }

    @Test
    void aLeafThatItsOwnKeySignedIsSelfSigned() throws IOException {
        Csr csr = Csr.of("a.example.com");
        assertThat(find(Cert.selfSigned(csr))).isInstanceOf(Chain.SelfSigned.class);
        assertThat(find(Cert.selfSigned(csr, with -> with.issuer("CN=Another"))))
                .isInstanceOf(Chain.SelfSigned.class);
    }

    @Test
    void aLeafWithItsIssuersNameAndAnotherKeyHasAPath() throws IOException {
        Cert root = Cert.root("Root");
        Cert leaf = root.sign(Csr.of("a.example.com"), with -> with.subject("O=Example,CN=Root"));
        assertThat(find(leaf, root)).isInstanceOf(Chain.Good.class);
    }

    @Test
    void casThatSignedEachOtherAreNoDetour() throws IOException {
        Cert root = Cert.root("Root");
        Cert a = root.intermediate("A");
        Cert b = a.intermediate("B");
        Chain chain = find(b.sign(Csr.of("a.example.com")), b.intermediate("A"), b, a, root);
        assertThat(chain).isInstanceOf(Chain.Good.class);
        assertThat(chain.authorities()).hasSize(3);
    }

    @Test
    void aCriticalExtendedKeyUsageOfACaIsNoReasonToReject() throws IOException {
        Cert root = Cert.root("Root");
        Cert issuing = root.intermediate(
                "Issuing", with -> with.extendedKeyUsage("serverAuth").critical(Extension.extendedKeyUsage));
        assertThat(find(issuing.sign(Csr.of("a.example.com")), issuing, root)).isInstanceOf(Chain.Good.class);
    }

    @Test
    void aKeyUsageWithoutAUsageDoesNotAllowToSign() throws IOException {
        Cert root = Cert.root("Root");
        Cert issuing =
                root.intermediate("Issuing", with -> with.extension(Extension.keyUsage, false, new byte[] {3, 1, 0}));
        assertThat(find(issuing.sign(Csr.of("a.example.com")), issuing, root)).isInstanceOf(Chain.Invalid.class);
    }

    @Test
    void anUnknownCriticalExtensionIsAReason() throws IOException {
        Cert root = Cert.root("Root");
        Cert issuing = root.intermediate(
                "Issuing", with -> with.extension(new ASN1ObjectIdentifier("1.2.3.4"), true, new byte[] {5, 0}));
        assertRejected(find(issuing.sign(Csr.of("a.example.com")), issuing, root), issuing, Fault.UNKNOWN_CRITICAL);
    }

    @Test
    void crlDistributionPointsMayBeCritical() throws IOException {
        Cert root = Cert.root("Root");
        GeneralName place = new GeneralName(GeneralName.uniformResourceIdentifier, "http://example.com/crl");
        Cert issuing = root.intermediate(
                "Issuing",
                with -> with.extension(Extension.cRLDistributionPoints, true, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(new DistributionPointName(new GeneralNames(place)), null, null)
                })));
        assertThat(find(issuing.sign(Csr.of("a.example.com")), issuing, root)).isInstanceOf(Chain.Good.class);
    }

    @Test
    void anExtensionThatMustNotBeCriticalIsReportedAsSuch() throws IOException {
        Cert root = Cert.root("Root");
        for (ASN1ObjectIdentifier id : List.of(Extension.authorityKeyIdentifier, Extension.subjectKeyIdentifier)) {
            Cert plain = root.intermediate("Issuing");
            byte[] value = plain.holder().getExtension(id).getExtnValue().getOctets();
            Cert issuing = root.intermediate("Issuing", with -> with.extension(id, true, value));
            assertRejected(
                    find(issuing.sign(Csr.of("a.example.com")), issuing, root), issuing, Fault.MUST_NOT_BE_CRITICAL);
        }
    }

    @Test
    void criticalPoliciesMayHaveTheQualifiersOfTheRfc() throws IOException {
        Cert root = Cert.root("Root");
        Csr request = Csr.of("a.example.com");
        Cert practice = root.intermediate("Issuing", with -> qualified(with, PolicyQualifierId.id_qt_cps, true));
        assertThat(find(practice.sign(request), practice, root)).isInstanceOf(Chain.Good.class);
        ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.2.3.4");
        Cert harmless = root.intermediate("Issuing", with -> qualified(with, unknown, false));
        assertThat(find(harmless.sign(request), harmless, root)).isInstanceOf(Chain.Good.class);
        Cert critical = root.intermediate("Issuing", with -> qualified(with, unknown, true));
        assertRejected(find(critical.sign(request), critical, root), critical, Fault.UNKNOWN_QUALIFIER);
    }

    private static void qualified(CertSpec with, ASN1ObjectIdentifier qualifier, boolean critical) {
        DERSequence qualifiers = new DERSequence(
                new DERSequence(new ASN1Encodable[] {qualifier, new DERIA5String("https://example.com/practice")}));
        PolicyInformation policy = new PolicyInformation(new ASN1ObjectIdentifier("1.2.3"), qualifiers);
        with.extension(Extension.certificatePolicies, critical, new DERSequence(policy));
    }

    @Test
    void aRootThatNamesNoPolicyAllowsAny() throws IOException {
        Cert root = Cert.root("Root");
        Cert issuing = root.intermediate("Issuing", with -> demanding(with, "1.2.3.1"));
        Csr request = Csr.of("a.example.com");
        assertThat(find(issuing.sign(request, with -> policy(with, "1.2.3.1")), issuing, root))
                .isInstanceOf(Chain.Good.class);
        Cert leaf = issuing.sign(request, with -> policy(with, "1.2.3.2"));
        assertThat(find(leaf, issuing, root)).isInstanceOf(Chain.Invalid.class);
    }

    @Test
    void anIntermediateThatNamesNoPolicyAllowsNone() throws IOException {
        Cert root = Cert.root("Root", with -> demanding(with, "1.2.3.1"));
        Cert issuing = root.intermediate("Issuing");
        Cert leaf = issuing.sign(Csr.of("a.example.com"), with -> policy(with, "1.2.3.1"));
        assertThat(find(leaf, issuing, root)).isInstanceOf(Chain.Invalid.class);
    }

    @Test
    void anAlgorithmThatTheJdkHasDisabledIsNoReasonToReject() throws IOException {
        Cert root = Cert.root("Root");
        Cert issuing = root.intermediate("Issuing", with -> with.signedWith("MD5withRSA"));
        assertThat(find(issuing.sign(Csr.of("a.example.com")), issuing, root)).isInstanceOf(Chain.Good.class);
    }

    @Test
    void aLeafWithAnUnusableKeyIsRejected() throws IOException {
        Cert root = Cert.root("Root");
        BigInteger modulus = BigInteger.ONE.shiftLeft(16_384).setBit(0);
        Cert leaf = root.sign(
                Csr.of("a.example.com"), with -> with.publicKey(Keys.rsaInfo(modulus, BigInteger.valueOf(65_537))));
        assertRejected(find(leaf, root), leaf, Fault.UNVERIFIABLE_KEY);
    }

    @Test
    void aRejectedPathBelowARootWithoutRequirementsIsNotTriedBelowOtherRoots() throws IOException {
        Cert root = Cert.root("Root");
        Cert issuing = root.intermediate("Issuing", with -> with.nameConstraints("permitted;DNS:example.org"));
        Cert leaf = issuing.sign(Csr.of("a.example.com"));
        assertRejected(find(leaf, reach(crossSigned("Root", 9), issuing, root)), leaf, Fault.NAME_NOT_PERMITTED);
    }

    @Test
    void aRootsRequirementsDoNotApplyBelowAnotherRootThatCrossSignedIt() throws IOException {
        List<Consumer<CertSpec>> demands = List.of(
                with -> with.ca(0),
                with -> with.nameConstraints("permitted;DNS:example.org"),
                with -> demanding(with, "1.2.3.4"));
        Cert issuing = Cert.root("Root").intermediate("Issuing", with -> policy(with, "1.2.3.5"));
        Cert leaf = issuing.sign(Csr.of("a.example.com"), with -> policy(with, "1.2.3.5"));
        for (Consumer<CertSpec> demand : demands) {
            assertThat(find(leaf, issuing, Cert.root("Root", demand))).isInstanceOf(Chain.Invalid.class);
        }
        Cert other = Cert.root("Other");
        for (Consumer<CertSpec> demand : demands) {
            assertThat(find(leaf, issuing, Cert.root("Root", demand), other.intermediate("Root"), other))
                    .isInstanceOf(Chain.Good.class);
        }
    }

    @Test
    void ifTheRootIsAtFaultAnotherRootIsTried() throws IOException {
        Cert root =
                Cert.root("Root", with -> with.extension(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE));
        Cert other = Cert.root("Other");
        Cert leaf = root.sign(Csr.of("a.example.com"));
        assertThat(find(leaf, root)).isInstanceOf(Chain.Invalid.class);
        assertThat(find(leaf, root, other.intermediate("Root"), other)).isInstanceOf(Chain.Good.class);
    }

    /** A CA with two issuers, which have the same two issuers, and so on: the number of paths is a power of 2. */
    private static List<Cert> crossSigned(String name, int layers) {
        List<Cert> all = new ArrayList<>();
        List<String> below = List.of(name);
        for (int layer = 0; layer < layers; layer++) {
            List<Cert> signers = List.of(cross("A" + layer), cross("B" + layer));
            for (Cert signer : signers) {
                below.forEach(signed -> all.add(signer.intermediate(signed, with -> sharedKey(signed, with))));
            }
            below = List.of("A" + layer, "B" + layer);
        }
        below.forEach(signed -> all.add(Cert.root("Top").intermediate(signed, with -> sharedKey(signed, with))));
        all.add(Cert.root("Top"));
        return all;
    }

    /** One key for all, because it is slow to make keys. */
    private static Cert cross(String name) {
        return Cert.root(name, with -> sharedKey(name, with));
    }

    private static void sharedKey(String name, CertSpec with) {
        if (!name.equals("Root")) {
            with.key(Keys.rsa("Other"));
        }
    }

    private static Cert[] reach(List<Cert> some, Cert... others) {
        List<Cert> all = new ArrayList<>(some);
        all.addAll(List.of(others));
        return all.toArray(Cert[]::new);
    }

    @Test
    void aCertificateWithTwoAlgorithmsIsRejectedForThat() throws IOException {
        Cert root = Cert.root("Root");
        Cert issuing = root.intermediate("Issuing");
        Cert two = Algorithms.two(issuing, root.key());
        Cert leaf = issuing.sign(Csr.of("a.example.com"));
        assertContradicts(find(leaf, two, root), two);
        Cert mislabelled = Algorithms.mislabelled(issuing);
        assertContradicts(find(leaf, mislabelled, root), mislabelled);
        Cert twoOfRoot = Algorithms.two(root, root.key());
        assertContradicts(find(leaf, issuing, twoOfRoot), twoOfRoot);
        Cert twoOfLeaf = Algorithms.two(leaf, issuing.key());
        assertContradicts(find(twoOfLeaf, issuing, root), twoOfLeaf);
    }

    @Test
    void anotherCertificateWithOneAlgorithmIsAccepted() throws IOException {
        Cert root = Cert.root("Root");
        Cert issuing = root.intermediate("Issuing");
        Cert leaf = issuing.sign(Csr.of("a.example.com"));
        assertThat(find(leaf, Algorithms.two(issuing, root.key()), root, issuing))
                .isInstanceOf(Chain.Good.class);
    }

    @Test
    void anUnknownAlgorithmIsReported() throws IOException {
        Cert root = Cert.root("Root");
        Cert leaf = Algorithms.unknown(root.sign(Csr.of("a.example.com")));
        assertUnknown(find(leaf, root), leaf);
        Cert unknownRoot = Algorithms.unknown(root);
        assertUnknown(find(root.sign(Csr.of("a.example.com")), unknownRoot), unknownRoot);
        Cert self = Algorithms.unknown(Cert.selfSigned(Csr.of("a.example.com")));
        assertUnknown(find(self, root), self);
    }

    @Test
    void withoutTheIssuersNameTheIssuerIsMissingWhateverTheAlgorithm() throws IOException {
        Cert leaf = Algorithms.unknown(Cert.root("Root").sign(Csr.of("a.example.com")));
        assertThat(find(leaf, Cert.root("Other"))).isInstanceOf(Chain.IssuerMissing.class);
    }

    @Test
    void aSelfIssuedLeafWithAnUnusableKeyMayHaveSignedItself() throws IOException {
        Cert leaf = Cert.selfSigned(Csr.of("a.example.com"), with -> with.publicKey(Keys.offTheCurve()));
        assertThat(find(leaf, Cert.root("Root")))
                .isInstanceOfSatisfying(
                        Chain.WrongKey.class,
                        wrong -> assertThat(wrong.sameName()).containsExactly(wrong.child()));
    }

    private static void assertUnknown(Chain chain, Cert child) {
        assertThat(chain)
                .isInstanceOfSatisfying(
                        Chain.UnknownAlgorithm.class,
                        unknown -> assertThat(unknown.child().encoded()).isEqualTo(child.der()));
    }

    private static void assertContradicts(Chain chain, Cert culprit) {
        assertThat(chain).isInstanceOfSatisfying(Chain.Invalid.class, invalid -> {
            assertThat(invalid.rejection().culprit().encoded()).isEqualTo(culprit.der());
            assertThat(invalid.rejection().fault()).isEqualTo(Fault.TWO_ALGORITHMS);
            assertThat(invalid.rejection().details().values().stream().flatMap(List::stream))
                    .containsExactlyInAnyOrder(Message.value("SHA256withRSA"), Message.value("SHA384withRSA"));
        });
    }

    private static void assertRejected(Chain chain, Cert culprit, Fault fault) {
        assertThat(chain).isInstanceOfSatisfying(Chain.Invalid.class, invalid -> {
            assertThat(invalid.rejection().culprit().encoded()).isEqualTo(culprit.der());
            assertThat(invalid.rejection().fault()).isEqualTo(fault);
        });
    }

    private static void demanding(CertSpec with, String policy) {
        policy(with, policy);
        with.extension(
                Extension.policyConstraints, true, new DERSequence(new DERTaggedObject(false, 0, new ASN1Integer(0))));
    }

    private static void policy(CertSpec with, String policy) {
        with.extension(
                Extension.certificatePolicies,
                false,
                new DERSequence(new PolicyInformation(new ASN1ObjectIdentifier(policy))));
    }

    /** A store that can hold every certificate except the root with that name. */
    private static Predicate<List<Certificate>> without(String root) {
        return path -> path.stream()
                .noneMatch(certificate -> certificate.isSelfIssued()
                        && certificate.subject().commonName().equals(Optional.of(root)));
    }

    private Chain find(Cert leaf, Cert... reach) throws IOException {
        return find(leaf, any -> true, reach);
    }

    private Chain find(Cert leaf, Predicate<List<Certificate>> canHold, Cert... reach) throws IOException {
        Tree tree = Tree.in(directory).file("leaf.der", leaf.der());
        for (int i = 0; i < reach.length; i++) {
            tree = tree.file("reach-" + i + ".der", reach[i].der());
        }
        List<Certificate> all = DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of())
                .objects(Certificate.class)
                .toList();
        return new PathFinder(new Signatures(), ChangeWindow.at(Times.NOW))
                .find(all.get(0), IssuerCandidates.of(all), canHold);
    }
}
