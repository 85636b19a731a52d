package io.github.cucmcerts.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.CertSpec;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.scan.DirectoryScan;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On well-formed names and constraints, our result is the same as Bouncy Castle's. It is also the same as the JDK's if
 * only one CA has constraints and no subject has a common name, which the JDK reads as a DNS name.
 */
class ThreeValidatorsTest {
    private static final int PATHS = 200;
    private static final List<String> NAMES = List.of(
            "DNS:a.example",
            "DNS:b.a.example",
            "DNS:c.b.a.example",
            "DNS:xa.example",
            "DNS:B.A.EXAMPLE",
            "IP:10.0.0.1",
            "IP:10.1.0.1",
            "IP:11.0.0.1",
            "IP:2001:db8::1",
            "IP:2001:db9::1",
            "email:u@a.example",
            "email:u@b.a.example",
            "email:u@example",
            "URI:https://a.example/x",
            "URI:https://b.a.example",
            "URI:https://c.b.a.example/?q",
            "dirName:O=x",
            "dirName:O=X,OU=y",
            "dirName:O=z,OU=y",
            "RID:1.2.3",
            "otherName:1.2.3;UTF8:a");
    private static final List<String> CONSTRAINTS = List.of(
            "DNS:a.example",
            "DNS:b.a.example",
            "DNS:example",
            "IP:10.0.0.0/8",
            "IP:10.1.0.0/16",
            "IP:2001:db8::/32",
            "email:a.example",
            "email:.a.example",
            "URI:a.example",
            "URI:.a.example",
            "dirName:O=x",
            "dirName:O=x,OU=y");

    @TempDir
    private Path directory;

    @Test
    void agree() throws Exception {
        Random random = new Random(20_261_126);
        List<String> differences = new ArrayList<>();
        int accepted = 0;
        for (int i = 0; i < PATHS; i++) {
            String[] ofTheRoot = constraints(random);
            String[] ofTheIssuing = constraints(random);
            String[] names = some(NAMES, 1 + random.nextInt(3), random);
            Cert root = Cert.root("Root", constrained(ofTheRoot, "Root"));
            Cert issuing = root.intermediate("Issuing", constrained(ofTheIssuing, "Issuing"));
            Cert leaf = issuing.sign(
                    Csr.of("a", with -> with.subject("O=x,OU=y").san(names).key(Keys.ec("leaf"))));
            boolean ours = NameConstraints.rejection(read(leaf, issuing, root)).isEmpty();
            accepted += ours ? 1 : 0;
            // If several CAs have constraints, JDK 17 throws a RuntimeException or loses the excluded names.
            boolean jdk = ofTheRoot.length * ofTheIssuing.length > 0 ? ours : accepts(null, leaf, issuing, root);
            boolean bouncyCastle = accepts(new BouncyCastleProvider(), leaf, issuing, root);
            if (ours != jdk || ours != bouncyCastle) {
                differences.add("%s below %s below %s: we %s, JDK %s, Bouncy Castle %s"
                        .formatted(List.of(names), List.of(ofTheIssuing), List.of(ofTheRoot), ours, jdk, bouncyCastle));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(accepted).isBetween(PATHS / 10, PATHS * 9 / 10);
    }

    private static String[] constraints(Random random) {
        String[] some = some(CONSTRAINTS, random.nextInt(3), random);
        for (int i = 0; i < some.length; i++) {
            some[i] = (random.nextBoolean() ? "permitted;" : "excluded;") + some[i];
        }
        return some;
    }

    private static String[] some(List<String> of, int count, Random random) {
        return random.ints(count, 0, of.size()).mapToObj(of::get).toArray(String[]::new);
    }

    private static Consumer<CertSpec> constrained(String[] constraints, String name) {
        Consumer<CertSpec> keyed = with -> with.subject("O=x,OU=" + name).key(Keys.ec(name));
        return constraints.length == 0 ? keyed : keyed.andThen(with -> with.nameConstraints(constraints));
    }

    private List<Certificate> read(Cert... path) throws Exception {
        Tree tree = Tree.in(directory);
        for (int i = 0; i < path.length; i++) {
            tree = tree.file(i + ".der", path[i].der());
        }
        return DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of())
                .objects(Certificate.class)
                .toList();
    }

    /**
     * @param provider null for the JDK
     */
    private static boolean accepts(Provider provider, Cert leaf, Cert issuing, Cert root) throws Exception {
        // The root is in the path, anchored by name and key; otherwise its own constraints would not count.
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(
                root.x509().getSubjectX500Principal(), root.x509().getPublicKey(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(Times.NOW));
        CertPathValidator validator = provider == null
                ? CertPathValidator.getInstance("PKIX")
                : CertPathValidator.getInstance("PKIX", provider);
        try {
            validator.validate(
                    CertificateFactory.getInstance("X.509")
                            .generateCertPath(List.of(leaf.x509(), issuing.x509(), root.x509())),
                    parameters);
            return true;
        } catch (CertPathValidatorException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
