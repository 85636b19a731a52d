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
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Encoded;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every directory of the rules' cases, written in another way: the state and the errors of each set stay the same. Warnings
 * about encodings, names, and bundles can change. Names decide only in one place: if paths are equal in all else, the first
 * one by file path is used.
 */
class SameVerdictTest {
    /** How often each directory is written in another way; {@code src/fuzz/run} does so more often. */
    private static final int ROUNDS = Integer.getInteger("cucm-certs.rounds", 1);

    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final GoodSet WRONG = GOOD.leaf(with -> with.san("DNS:other.example.com"));

    private static final String UNRELATED = "unrelated.example.com";

    /** Cases with two files that are equal in everything that docs/directory.md decides by. */
    private static final List<Case> TIES = List.of(
            Case.clean("none", "two certificates that start together")
                    .in(tree -> tree.set(TOMCAT, GOOD).file(TOMCAT + "/a.pem", WRONG.leaf())),
            Case.clean("none", "two CSRs with certificates that start together").in(tree -> {
                Csr other = Csr.of(PUB, with -> with.key(Keys.rsa("other")));
                tree.set(TOMCAT, WRONG)
                        .file(TOMCAT + "/a.csr", other)
                        .file(TOMCAT + "/a.pem", GOOD.csr(other).leaf());
            }),
            Case.clean("none", "two CSRs of one key")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/a.csr", Csr.of(PUB, with -> with.san("DNS:other.example.com")))),
            Case.clean("none", "two CSRs of one key, at another node")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/a.csr", Csr.of(PUB, with -> with.san("DNS:other.example.com")))
                            .file(SUB + "/tomcat/tomcat.pem", GOOD.leaf())),
            Case.clean("none", "two deployed CSRs of one key")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .without(TOMCAT + "/tomcat.csr")
                            .file("deployed/" + TOMCAT + "/a.csr", GOOD.csr())
                            .file(
                                    "deployed/" + TOMCAT + "/b.csr",
                                    Csr.of(PUB, with -> with.san("DNS:other.example.com")))),
            Case.clean("none", "a CSR for one node and one for several")
                    .in(tree -> tree.file(PUB + "/ipsec/a.csr", Csr.of(PUB)).file(PUB + "/ipsec/b.csr", Csr.of(MULTI))),
            Case.clean("none", "a leaf for one node and one for several")
                    .in(tree -> tree.file(PUB + "/ipsec/a.pem", GOOD.leaf())
                            .file(PUB + "/ipsec/b.pem", GoodSet.of(MULTI).leaf())
                            .file(PUB + "/ipsec/root.pem", GOOD.root())),
            Case.clean("none", "two certificates of one CA, one ends within the window")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(
                                    TOMCAT + "/a.pem",
                                    GOOD.root()
                                            .intermediate(
                                                    "Example Issuing CA",
                                                    with -> with.valid("2020-01-01", "2026-01-01")))));

    private static final Pattern REQUEST = Pattern.compile("REQUEST-----(?<base64>[^-]+)-----END");

    @TempDir
    private Path directory;

    /** The DER of the CSRs, by SHA-256; the model does not keep it. */
    private final Map<String, byte[]> requests = new HashMap<>();

    /** What must stay the same for a set. */
    private record Verdict(State state, Set<String> errors) {}

    static List<Case> cases() {
        return Stream.concat(RulesTest.cases().stream(), TIES.stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void encodingsNamesAndUnrelatedFilesChangeNoVerdict(Case each) throws IOException {
        Tree tree = each.layOut(directory);
        Report report = each.report(tree);
        Map<String, Verdict> before = verdicts(report);
        rememberRequests(tree);
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            encode(report, tree, random);
            if (!each.hasWaivers() && !hasLinks(tree)) { // these name files
                rename(report, tree, random);
            }
            addUnrelated(tree, before.keySet());
            report = each.report(tree);
            Map<String, Verdict> after = verdicts(report);
            after.remove(UNRELATED + "/ipsec");
            assertThat(after).as("by seed %d", seed).isEqualTo(before);
        }
    }

    private static Map<String, Verdict> verdicts(Report report) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        report.sets()
                .forEach(set -> verdicts.put(
                        set.id(),
                        new Verdict(
                                report.state(set),
                                report.findings(set).stream()
                                        .filter(finding -> finding.counts(Severity.ERROR))
                                        .map(finding -> finding.rule().id())
                                        .collect(Collectors.toCollection(TreeSet::new)))));
        return verdicts;
    }

    private static void addUnrelated(Tree tree, Set<String> sets) {
        tree.set(UNRELATED + "/ipsec", GoodSet.ipsec(UNRELATED))
                .file(UNRELATED + "/server.key", Pem.privateKey(Keys.ec("unrelated")))
                .file(UNRELATED + "/crl.pem", Pem.encode("X509 CRL", GOOD.root().crl()))
                .file(UNRELATED + "/broken.cer", "no certificate")
                .file("ca/unrelated.pem", Cert.root("Unrelated Root CA"))
                .file("README.md", "# Certificates\n-----BEGIN CERTIFICATE-----\n");
        sets.stream()
                .filter(set -> set.contains("/"))
                .forEach(set -> tree.file(set + "/notes.txt", "requested on Monday"));
    }

    private void rememberRequests(Tree tree) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.walk(tree.directory())) {
            files = paths.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            requests.put(new Encoded(bytes).sha256(), bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1)
                    .replace("\0", "") // UTF-16
                    .replace("\\n", "\n") // JSON
                    .replace("\\u003d", "=");
            Matcher block = REQUEST.matcher(text);
            while (block.find()) {
                byte[] der = Base64.getMimeDecoder().decode(block.group("base64"));
                requests.put(new Encoded(der).sha256(), der);
            }
        }
    }

    /** Writes the files of certificates and CSRs in other forms. */
    private void encode(Report report, Tree tree, Random random) throws IOException {
        for (ScannedFile file : report.facts().inventory().files()) {
            if (!file.objects().isEmpty() && file.objects().stream().allMatch(NamedKey.class::isInstance)) {
                tree.file(file.path(), encoded(file.objects(), random));
            }
        }
    }

    private static boolean hasLinks(Tree tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree.directory())) {
            return paths.anyMatch(Files::isSymbolicLink);
        }
    }

    /** Reverses the order of the files in purposes' folders; elsewhere, file names decide the purpose. */
    private static void rename(Report report, Tree tree, Random random) throws IOException {
        List<Path> files = new ArrayList<>();
        for (ScannedFile file : report.facts().inventory().files()) {
            if (Stream.of(file.path().split("/")).anyMatch(SameVerdictTest::isPurpose)) {
                files.add(tree.directory().resolve(file.path()));
            }
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, files.size()).boxed().toList());
        Collections.reverse(order);
        Collections.rotate(order, random.nextInt(ROUNDS));
        for (int i = 0; i < files.size(); i++) {
            String name = files.get(i).getFileName().toString();
            int dot = name.lastIndexOf('.');
            String suffix = dot < 0 ? "" : name.substring(dot);
            Files.move(
                    files.get(i),
                    files.get(i).resolveSibling("%04d-%08x%s".formatted(order.get(i), random.nextInt(), suffix)));
        }
    }

    private static boolean isPurpose(String folder) {
        String name = folder.endsWith("-trust") ? folder.substring(0, folder.length() - "-trust".length()) : folder;
        return Purpose.named(name).isPresent();
    }

    private byte[] encoded(List<FileObject> objects, Random random) throws IOException {
        boolean certificates = objects.stream().allMatch(Certificate.class::isInstance);
        int form = random.nextInt(certificates ? 9 : 6);
        return switch (form) {
            case 0 -> objects.size() == 1 ? der(objects.get(0)) : latin1(pem(objects, random));
            case 1 -> latin1(Pem.crlf(pem(objects, random)));
            case 2 -> latin1(Pem.crOnly(pem(objects, random)));
            case 3 -> Pem.utf8WithBom(pem(objects, random));
            case 4 ->
                random.nextBoolean()
                        ? Pem.utf16LittleEndian(pem(objects, random))
                        : Pem.utf16BigEndian(Pem.crlf(pem(objects, random)));
            case 5 -> latin1("Bag Attributes\n" + pem(objects, random) + "\nregards");
            case 6 -> pkcs7(objects);
            case 7 -> latin1(Pem.encode("PKCS7", pkcs7(objects)));
            default -> latin1(Pem.encode("CERTIFICATE", pkcs7(objects)));
        };
    }

    /** PEM with the blocks in any order. */
    private String pem(List<FileObject> objects, Random random) {
        List<FileObject> shuffled = new ArrayList<>(objects);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .map(object -> Pem.encode(
                        !(object instanceof Certificate)
                                ? random.nextBoolean() ? "CERTIFICATE REQUEST" : "NEW CERTIFICATE REQUEST"
                                : random.nextBoolean() ? "CERTIFICATE" : "X509 CERTIFICATE",
                        der(object)))
                .collect(Collectors.joining("between\n"));
    }

    private byte[] der(FileObject object) {
        return object instanceof io.github.cucmcerts.inventory.Csr csr
                ? requests.get(csr.sha256())
                : ((Certificate) object).encoded();
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] pkcs7(List<FileObject> certificates) throws IOException {
        List<Cert> all = new ArrayList<>();
        for (FileObject certificate : certificates) {
            all.add(new Cert(new X509CertificateHolder(der(certificate)), Keys.ec("none")));
        }
        return Bundle.pkcs7(all.toArray(Cert[]::new));
    }
}
