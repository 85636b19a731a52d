package io.github.cucmcerts.benchmark;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Makes the certificate directories for the measurements: {@code N} upload sets, four for each node, all READY. The CA
 * certificates are in {@code ca}; each set has its CSR and its leaf. An existing directory is kept.
 */
final class Directories {
    private static final int PURPOSES = 4;
    /** The purposes whose CSRs request ipsecEndSystem. */
    private static final Set<String> END_SYSTEMS = Set.of("ipsec", "cup-xmpp", "cup-xmpp-ECDSA");

    private static final List<Cert> CAS = authorities();

    private Directories() {}

    /**
     * Makes the directories that do not exist yet.
     *
     * @param args the folder in which to make them, then what to make, such as {@code rsa-10000} or {@code ec-1000}
     */
    public static void main(String[] args) {
        for (String name : List.of(args).subList(1, args.length)) {
            Path directory = Path.of(args[0], name);
            if (!Files.exists(directory)) {
                String[] parts = name.split("-", 2);
                make(directory, KeySource.valueOf(parts[0].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[1]));
            }
        }
    }

    private static List<Cert> authorities() {
        Cert root = Cert.root("Example Root CA");
        return List.of(root, root.intermediate("Example Issuing CA 1"), root.intermediate("Example Issuing CA 2"));
    }

    static void make(Path directory, KeySource source, int sets) {
        Tree tree = Tree.in(directory);
        IntFunction<KeyPair> keys = source.keys(sets);
        for (int i = 0; i < CAS.size(); i++) {
            tree.file("ca/ca" + i + ".pem", CAS.get(i));
        }
        IntStream.range(0, sets).parallel().forEach(number -> set(tree, source, keys.apply(number), number));
    }

    private static void set(Tree tree, KeySource source, KeyPair key, int number) {
        String purpose = purposes(source).get(number % PURPOSES);
        String node = String.format(Locale.ROOT, "node-%05d.example.com", number / PURPOSES);
        Csr csr = Csr.of(node, key, with -> {
            if (END_SYSTEMS.contains(purpose)) {
                with.extendedKeyUsage("serverAuth", "clientAuth", "ipsecEndSystem");
            }
        });
        Cert issuer = CAS.get(1 + number % 2);
        String file = node + "/" + purpose + "/" + purpose;
        tree.file(file + ".csr", csr).file(file + ".pem", issuer.sign(csr));
    }

    private static List<String> purposes(KeySource source) {
        return source == KeySource.RSA
                ? List.of("tomcat", "CallManager", "cup-xmpp", "ipsec")
                : List.of("tomcat-ECDSA", "CallManager-ECDSA", "cup-xmpp-ECDSA", "cup-ECDSA");
    }
}
