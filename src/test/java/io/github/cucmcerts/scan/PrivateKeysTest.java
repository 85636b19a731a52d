package io.github.cucmcerts.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.KeyFile;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Encoded;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.PrivateKey;
import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.inventory.Unreadable;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeysTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("io.github.cucmcerts.fixture.KeyFile#privateKeys")
    void isFoundAndNotKept(KeyFile key) throws IOException {
        Inventory inventory = scan(key);
        assertThat(inventory.objects(PrivateKey.class)).hasSize(1);
        assertThat(inventory.objects(Unreadable.class)).isEmpty();
        assertThat(reachable(inventory)).noneMatch(key::isToldIn);
    }

    @ParameterizedTest
    @MethodSource("io.github.cucmcerts.fixture.KeyFile#harmless")
    void isNotAPrivateKey(KeyFile key) throws IOException {
        assertThat(scan(key).objects(PrivateKey.class)).isEmpty();
    }

    /** The test above would notice a kept key. */
    @Test
    void aKeptKeyIsNoticed() {
        byte[] secret = Keys.rsa("kept").getPrivate().getEncoded();
        KeyFile file = new KeyFile("a.pem", new byte[0], secret);
        String base64 = Pem.privateKey(Keys.rsa("kept")).replace("\n", "");
        for (Object keeper :
                List.of(Optional.of(new Encoded(secret)), Map.of("a", new BigInteger(secret)), List.of(base64))) {
            assertThat(reachable(keeper)).anyMatch(file::isToldIn);
        }
    }

    @Test
    void theOwnerOfRsaAndEcKeysIsNamed() throws IOException {
        Tree tree = Tree.in(directory);
        for (var pair : List.of(Keys.rsa("owner"), Keys.ec("owner"))) {
            tree.file("a.pem", Pem.privateKey(pair)).file("b.pem", Pem.traditionalPrivateKey(pair));
            SubjectPublicKey owner =
                    KeyDecoder.decode(new Encoded(pair.getPublic().getEncoded()));
            assertThat(scan().objects(PrivateKey.class))
                    .extracting(PrivateKey::publicKey)
                    .containsExactly(Optional.of(owner), Optional.of(owner));
        }
    }

    @Test
    void aDamagedKeyIsNotQuoted() throws IOException {
        byte[] key = Keys.rsa("broken").getPrivate().getEncoded();
        Tree tree = Tree.in(directory);
        for (int at = 0; at < 200; at++) {
            byte[] broken = key.clone();
            broken[at] ^= 0x55;
            tree.file("at-" + at + ".pem", Pem.encode("CERTIFICATE", broken)).file("at-" + at + ".der", broken);
        }
        List<Unreadable> unreadable = scan().objects(Unreadable.class).toList();
        assertThat(scan().files())
                .hasSize(400)
                .allSatisfy(file -> assertThat(file.objects())
                        .hasOnlyElementsOfTypes(PrivateKey.class, Unreadable.class)
                        .isNotEmpty());
        assertThat(unreadable)
                .hasSizeGreaterThan(10)
                .extracting(part -> part.reason().toString())
                .allSatisfy(reason -> assertThat(reason)
                        .isIn(
                                "it cannot be decoded (not a certificate, CSR, or PKCS#7)",
                                "it cannot be decoded: it is cut off or damaged, or it violates the encoding rules (DER)",
                                "it cannot be decoded: it is complete, but violates the encoding rules (DER)",
                                "it is neither PEM nor DER",
                                "it contains nothing"));
    }

    @Test
    void aKeystoreInBase64IsFoundAndNotKept() throws IOException {
        Cert owner = Cert.root("Kept");
        byte[] d =
                ((RSAPrivateKey) owner.key().getPrivate()).getPrivateExponent().toByteArray();
        String base64 = Base64.getEncoder().encodeToString(Bundle.keystore("PKCS12", "changeit", owner));
        Tree.in(directory)
                .file("base64.txt", base64)
                .file("wrapped.b64", base64.replaceAll("(.{76})", "$1\n"))
                .file("secret.yaml", "kind: Secret\ndata:\n  keystore.p12: " + base64 + "\n")
                .file("certificate.txt", Base64.getEncoder().encodeToString(owner.der()))
                .file("other.txt", "M" + base64.substring(4));
        assertThat(scan().files())
                .filteredOn(file -> file.remarks().contains(new Remark(Remark.Kind.KEYSTORE, "PKCS#12")))
                .extracting(ScannedFile::path)
                .containsExactly("base64.txt", "secret.yaml", "wrapped.b64");
        assertThat(scan().objects(PrivateKey.class)).isEmpty();
        assertThat(reachable(scan())).noneMatch(new KeyFile("", new byte[0], d)::isToldIn);
    }

    @Test
    void aKeystoreNextToCertificatesDoesNotHideThem() throws IOException {
        Cert owner = Cert.root("Kept");
        String keystore =
                "keystore: " + Base64.getEncoder().encodeToString(Bundle.keystore("PKCS12", "changeit", owner)) + "\n";
        Tree.in(directory)
                .file("certificate.txt", keystore + owner.pem())
                .file("many.txt", keystore + owner.pem().repeat(10_001))
                .file("only.txt", keystore);
        assertThat(scan().files())
                .allSatisfy(
                        file -> assertThat(file.remarks()).containsExactly(new Remark(Remark.Kind.KEYSTORE, "PKCS#12")))
                .extracting(ScannedFile::format)
                .containsExactly(ScannedFile.Format.PEM, ScannedFile.Format.UNREADABLE, ScannedFile.Format.KEYSTORE);
        assertThat(scan().objects(Unreadable.class)).singleElement().satisfies(stop -> {
            assertThat(stop.origin().file()).isEqualTo("many.txt");
            assertThat(stop.reason().toString()).endsWith("the rest of the file was not read");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY----",
                "-----BEGIN PRIVATE KEY",
                "----BEGIN PRIVATE KEY-----",
                "BEGIN PRIVATE KEY",
                "-----BEGIN CERTIFICATE-----\n-----BEGIN PRIVATE KEY----"
            })
    void aKeyBelowADamagedBeginLineIsFound(String line) throws IOException {
        Tree.in(directory)
                .file("server.key", Pem.privateKey(Keys.rsa("kept")).replace("-----BEGIN PRIVATE KEY-----", line));
        assertThat(scan().objects(PrivateKey.class)).hasSize(1);
        Tree.in(directory).file("server.key", Cert.root("Kept").pem().replace("-----BEGIN CERTIFICATE-----", line));
        assertThat(scan().objects(PrivateKey.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kty':'EC','kid':'{1}','d':'SECRET'}",
                "{'kty':'EC','kid':'}','d':'SECRET'}",
                "{'kty':'EC','kid':'a\\'}','d':'SECRET'}",
                "{'d':'SECRET','ext':{'a':{}},'kty':'EC'}",
                "{'keys':[{'kty':'EC','x':'a'},{'use':{'b':'c'}, 'kty':'EC','d':'SECRET'}]}",
                "{'kty':'AKP','priv':'SECRET'}",
                "key is '{'kty':'EC','d':'SECRET'}'",
                "a ' b {'kty' : 'EC', 'd' : 'SECRET'",
                "}}} {'kty':'EC',\n'd':\n'SECRET'}"
            })
    void aJwkIsFoundWhateverItContains(String text) throws IOException {
        Tree.in(directory).file("a.json", text.replace('\'', '"').replace("SECRET", "A".repeat(43)));
        assertThat(scan().objects(PrivateKey.class))
                .singleElement()
                .satisfies(key -> assertThat(key.form()).isEqualTo("JWK"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kty':'EC','x':'SECRET'}",
                "[{'kty':'EC','x':'a'},{'d':'SECRET'}]",
                "{'jwk':{'kty':'EC','x':'a'},'d':'SECRET'}",
                "{'kty':'EC','x':'a','ext':{'d':'SECRET'}}",
                "{'kty':'EC','d':'short'}",
                "{'a':'kty','d':'SECRET'}"
            })
    void jsonThatIsNotAPrivateJwk(String text) throws IOException {
        Tree.in(directory).file("a.json", text.replace('\'', '"').replace("SECRET", "A".repeat(43)));
        assertThat(scan().objects(PrivateKey.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\r\n\r\n", "\r\r", "\n \n  "})
    void anEmptyLineSeparates(String between) throws IOException {
        String hash = "0123456789abcdef0123456789abcdef";
        byte[] key = Keys.rsa("kept").getPrivate().getEncoded();
        Tree.in(directory)
                .file("a.txt", hash + between + Base64.getMimeEncoder().encodeToString(key));
        assertThat(scan().objects(PrivateKey.class)).hasSize(1);
        byte[] certificate = Cert.root("Kept").der();
        Tree.in(directory)
                .file("a.txt", hash + between + Base64.getMimeEncoder().encodeToString(certificate));
        assertThat(scan().objects(PrivateKey.class)).isEmpty();
    }

    @Test
    void aKeyInTwoLayersOfBase64IsFound() throws IOException {
        String layers = Pem.privateKey(Keys.rsa("kept"));
        for (int i = 1; i <= 3; i++) {
            layers = Cert.root("Kept").pem() + "key: "
                    + Base64.getEncoder().encodeToString(layers.getBytes(StandardCharsets.US_ASCII)) + "\n";
            Tree.in(directory).file("layers-" + i + ".txt", layers);
        }
        assertThat(scan().objects(PrivateKey.class))
                .extracting(key -> key.origin().file())
                .containsExactly("layers-1.txt", "layers-2.txt");
    }

    /** Each layer can be read as PEM and as DER. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void manyLayersOfBase64NeedNoTime() throws IOException {
        String layers = "";
        for (int i = 0; i < 40; i++) {
            layers = "M" + "A".repeat(39) + "\nabcd\n"
                    + Base64.getEncoder().encodeToString(("-----BEGI!" + layers).getBytes(StandardCharsets.US_ASCII));
        }
        Tree.in(directory).file("a.txt", layers).file("b.pem", Pem.privateKey(Keys.rsa("kept")));
        assertThat(scan().objects(PrivateKey.class)).hasSize(1);
    }

    @Test
    void theLineOfAKeyIsReported() throws IOException {
        byte[] key = Keys.rsa("kept").getPrivate().getEncoded();
        String base64 = Base64.getEncoder()
                .encodeToString(Pem.privateKey(Keys.rsa("kept")).getBytes(StandardCharsets.US_ASCII));
        Tree.in(directory).file("a.yaml", "\nkind: Secret\ndata:\n  a: " + base64 + "\n  b: " + base64 + "\n");
        assertThat(scan().objects(PrivateKey.class))
                .extracting(found -> found.origin().line())
                .containsExactly(4, 5);
        Tree.in(directory)
                .without("a.yaml")
                .file("a.bin", ByteBuffer.allocate(key.length + 9).put(9, key).array());
        assertThat(scan().objects(PrivateKey.class))
                .extracting(found -> found.origin().offset())
                .containsExactly(9L);
        byte[] certificate = Cert.root("Kept").der();
        ByteBuffer both = ByteBuffer.allocate(certificate.length + 1 + key.length);
        Tree.in(directory)
                .file("a.bin", both.put(certificate).put((byte) 7).put(key).array());
        assertThat(scan().files().get(0).objects())
                .extracting(FileObject::kind)
                .containsExactly("CERTIFICATE", "UNREADABLE", "PRIVATE_KEY");
    }

    /** Beginnings of keys, each as long as the rest of the file; and base64 in base64 in base64. */
    @Test
    @Timeout(120)
    void fakeKeysNeedNoMoreTime() throws IOException {
        byte[] beginning = {0x30, (byte) 0x83, 0x0f, 0, 0, 2, 1, 0};
        ByteBuffer beginnings = ByteBuffer.allocate(4 << 20);
        while (beginnings.remaining() >= beginning.length) {
            beginnings.put(beginning);
        }
        String base64 = "A key: M";
        while (base64.length() < 1 << 20) {
            base64 = "M" + Base64.getEncoder().encodeToString(base64.repeat(8).getBytes(StandardCharsets.US_ASCII));
        }
        Tree.in(directory)
                .file("a.bin", beginnings.array())
                .file("b.txt", base64)
                .file("c.txt", ("M".repeat(70) + "\n").repeat(20_000))
                .file("d.xml", ("<RSAKeyValue><D>" + "A".repeat(20)).repeat(20_000))
                .file("e.json", "{\"kty\":\"".repeat(100_000))
                .file("f.json", "\"kty\":\"\\\"{".repeat(100_000));
        assertThat(scan().files()).hasSize(6);
    }

    @Test
    @Timeout(60)
    void noMultiplicationByASecretOfAMegabyte() throws IOException {
        byte[] secret = new byte[1 << 20];
        secret[0] = 1;
        ECPrivateKey key = new ECPrivateKey(8 << 20, new BigInteger(secret), SECObjectIdentifiers.secp521r1);
        Tree.in(directory).file("a.der", key.getEncoded());
        assertThat(scan().objects(PrivateKey.class)).hasSize(1);
    }

    private Inventory scan(KeyFile key) throws IOException {
        key.writeInto(Tree.in(directory));
        return scan();
    }

    private Inventory scan() throws IOException {
        return DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of());
    }

    /** The bytes, texts, and numbers of all objects that can be reached from one. */
    private static List<String> reachable(Object root) {
        List<String> texts = new ArrayList<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Object object = open.pop();
            if (!seen.add(object)) {
                continue;
            }
            if (object instanceof byte[] bytes) {
                texts.add(new String(bytes, StandardCharsets.ISO_8859_1));
            } else if (object instanceof BigInteger number) {
                open.push(number.toByteArray());
            } else if (object instanceof Iterable<?> several && !(object instanceof Path)) {
                several.forEach(open::push);
            } else if (object instanceof Map<?, ?> map) {
                open.push(map.keySet());
                open.push(map.values());
            } else if (object instanceof Optional<?> optional) {
                optional.ifPresent(open::push);
            } else if (object.getClass().getName().startsWith("io.github.cucmcerts") && !(object instanceof Enum)) {
                fields(object).forEach(open::push);
            } else {
                texts.add(object.toString());
            }
        }
        return texts;
    }

    private static List<Object> fields(Object object) {
        List<Object> values = new ArrayList<>();
        for (Field field : object.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            try {
                if (!Modifier.isStatic(field.getModifiers()) && field.get(object) != null) {
                    values.add(field.get(object));
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }
}
