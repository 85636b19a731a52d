package io.github.cucmcerts.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.DirectoryScan;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    void prefersThePathThatIsValidInTheWindowToTheShorterOne() throws IOException {
        Cert root = Cert.root("Root");
        Cert expired = Cert.root("Issuing", with -> with.valid("2020-01-01", "2021-01-01"));
        Cert issuing = root.intermediate("Issuing");
        Chain chain = find(issuing.sign(Csr.of("a.example.com")), expired, issuing, root);
        assertThat(chain.path()).hasSize(3);
    }

    @Test
    void ofValidPathsTheShortestIsTaken() throws IOException {
        Cert old = Cert.root("Old Root");
        Cert root = Cert.root("Root");
        Chain chain = find(root.sign(Csr.of("a.example.com")), old.intermediate("Root"), old, root);
        assertThat(chain.path()).hasSize(2);
    }

    @Test
    void prefersThePathThatTheStoreCanHoldToTheShorterOne() throws IOException {
        Cert old = Cert.root("Old Root");
        Cert root = Cert.root("Root");
        Chain chain = find(root.sign(Csr.of("a.example.com")), without("Root"), root, old.intermediate("Root"), old);
        assertThat(chain.path()).hasSize(3);
    }

    @Test
    void prefersTheValidPathToTheOneThatTheStoreCanHold() throws IOException {
        Cert old = Cert.root("Old Root", with -> with.valid("2020-01-01", "2021-01-01"));
        Cert root = Cert.root("Root");
        Chain chain = find(root.sign(Csr.of("a.example.com")), without("Root"), old.intermediate("Root"), old, root);
        assertThat(chain.path()).hasSize(2);
    }

    @Test
    void ofPathsThatAreNotValidPrefersTheOneThatTheStoreCanHold() throws IOException {
        Cert old = Cert.root("Old Root", with -> with.valid("2020-01-01", "2021-01-01"));
        Cert root = Cert.root("Root", with -> with.valid("2020-01-01", "2021-01-01"));
        Chain chain = find(root.sign(Csr.of("a.example.com")), without("Root"), root, old.intermediate("Root"), old);
        assertThat(chain.path()).hasSize(3);
    }

    @Test
    void aPathThatTheStoreCanNotHoldIsBetterThanNone() throws IOException {
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
    void anotherKeyOfTheNameIsTold() throws IOException {
        Cert root = Cert.root("Root");
        Chain chain = find(root.sign(Csr.of("a.example.com")), Cert.root("Root", with -> with.key(Keys.rsa("second"))));
        assertThat(chain).isInstanceOf(Chain.WrongKey.class);
    }

    @Test
    void ofSeveralDeadEndsTheOneWithoutAnyCertificateOfItsIssuerIsTold() throws IOException {
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
    void aVersionOneRootIsNoReasonToReject() throws IOException {
        Cert root = Cert.root("Root", with -> with.versionOne());
        assertThat(find(root.sign(Csr.of("a.example.com")), root)).isInstanceOf(Chain.Good.class);
    }

    @Test
    void expiryIsNoReasonToReject() throws IOException {
        Cert root = Cert.root("Root", with -> with.valid("2020-01-01", "2021-01-01"));
        assertThat(find(root.sign(Csr.of("a.example.com")), root)).isInstanceOf(Chain.Good.class);
    }

    @Test
    void theBudgetEndsASearchThatCannotEnd() throws IOException {
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
        assertThat(find(leaf, reach.toArray(Cert[]::new))).isInstanceOf(Chain.Exhausted.class);
    }

    /** A store that can hold every certificate but the root of that name. */
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
        return new PathFinder(new Signatures(), ChangeWindow.at(Times.NOW)).find(all.get(0), new Reach(all), canHold);
    }
}
