package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.SUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static io.github.cucmcerts.rule.Case.clean;
import static io.github.cucmcerts.rule.Case.found;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

final class FilesCases {
    private static final GoodSet GOOD = GoodSet.of(PUB);

    static final List<Case> ALL = List.of(
            found("node-mistyped", "two letters of the publisher's name are swapped")
                    .in(tree -> tree.set("cucm-pbu.example.com/tomcat", GOOD)),
            found("node-mistyped", "two letters of the publisher's short name are swapped")
                    .in(tree -> tree.set("site/cucm-pbu/tomcat", GOOD)),
            clean("node-mistyped", "the publisher also has a folder")
                    .in(tree -> tree.set(TOMCAT).set("cucm-pbu.example.com/ipsec", GoodSet.of("cucm-pbu.example.com"))),
            clean("node-mistyped", "three letters differ")
                    .in(tree -> tree.set("cucm-abc.example.com/tomcat", GoodSet.of("cucm-abc.example.com"))),
            clean("node-mistyped", "the name of a multi-server certificate")
                    .in(tree -> tree.set("cucm-pub-ms.example.com/tomcat", GoodSet.of("cucm-pub-ms.example.com"))),
            clean("node-mistyped", "no node is configured")
                    .in(tree -> tree.set("cucm-pbu.example.com/tomcat", GoodSet.of("cucm-pbu.example.com")))
                    .withoutPublisher(),
            found("purpose-mistyped", "two letters are swapped").in(tree -> tree.set(PUB + "/tomact", GOOD)),
            found("purpose-mistyped", "a hyphen in CallManager").in(tree -> tree.set(PUB + "/Call-Manager", GOOD)),
            found("purpose-mistyped", "two letters are wrong in a long name")
                    .in(tree -> tree.set(PUB + "/callmangr", GOOD)),
            clean("purpose-mistyped", "a purpose in another case").in(tree -> tree.set(PUB + "/TOMCAT", GOOD)),
            clean("purpose-mistyped", "two letters are wrong in a short name")
                    .in(tree -> tree.set(PUB + "/tmocta", GOOD)),
            clean("purpose-mistyped", "a short name, which resembles many names")
                    .in(tree -> tree.set(PUB + "/ipsce", GOOD)),
            clean("purpose-mistyped", "a file has such a name")
                    .in(tree -> tree.set(TOMCAT).file("notes/tomact", "notes")),
            clean("purpose-mistyped", "a configured node has such a name")
                    .in(tree -> tree.set("tomcat1/tomcat", GoodSet.of("tomcat1")))
                    .publisher("tomcat1"),
            found("private-key-present", "the key of a set that is not checked")
                    .in(tree -> tree.set(TOMCAT).file("server.key", Pem.privateKey(Keys.rsa(PUB))))
                    .purposes(Purpose.IPSEC),
            found("file-unreadable", "a truncated DER file")
                    .in(tree -> tree.set(TOMCAT)
                            .file("ca/cut.der", Arrays.copyOf(GOOD.root().der(), 300))),
            found("file-unreadable", "only base64")
                    .in(tree -> tree.set(TOMCAT)
                            .file(
                                    "ca/bare.pem",
                                    Base64.getMimeEncoder()
                                            .encodeToString(GOOD.root().der()))),
            found("file-unreadable", "a complete certificate that RFC 5280 forbids")
                    .in(tree -> tree.set(TOMCAT).file("ca/version1.der", extensionsWithoutVersion3(GOOD.root()))),
            found("file-unreadable", "a complete CSR that is malformed")
                    .in(tree -> tree.set(TOMCAT).file("ca/malformed.csr", malformedRequest())),
            clean("file-unreadable", "text that mentions blocks")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(
                                    TOMCAT + "/root.pem",
                                    "from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- please\n"
                                            + GOOD.root().pem())),
            found("duplicate-file", "in a subfolder")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/der/tomcat.der", GOOD.leaf().der())),
            clean("duplicate-file", "one certificate for two purposes")
                    .in(tree -> tree.file("tomcat.csr", GOOD.csr())
                            .file("tomcat.pem", GOOD.leaf())
                            .file("CallManager.pem", GOOD.leaf())
                            .file("ca/issuing.pem", GOOD.intermediate())
                            .file("ca/root.pem", GOOD.root())
                            .file("ca/copy.pem", GOOD.root())),
            found("private-key-present", "the key of a set")
                    .in(tree -> tree.set(TOMCAT).file(TOMCAT + "/server.key", Pem.privateKey(Keys.rsa(PUB)))),
            found("private-key-present", "an encrypted key, whatever the file name")
                    .in(tree -> tree.set(TOMCAT).file("notes.txt", Pem.encryptedPrivateKey(Keys.rsa(PUB), "changeit"))),
            found("private-key-present", "the key of a leaf without a CSR, next to another set")
                    .in(tree -> tree.set(TOMCAT)
                            .set(SUB + "/tomcat")
                            .without(SUB + "/tomcat/tomcat.csr")
                            .file("server.key", Pem.privateKey(Keys.rsa(SUB))))
                    .topics(Topic.FILES),
            clean("private-key-present", "a public key")
                    .in(tree -> tree.set(TOMCAT).file(TOMCAT + "/server.key", Pem.publicKey(Keys.info(Keys.rsa(PUB))))),
            found("keystore-present", "PKCS#12, whatever the file name")
                    .in(tree -> tree.set(TOMCAT)
                            .file(TOMCAT + "/store.pem", Bundle.keystore("PKCS12", "changeit", GOOD.leaf()))),
            found("keystore-present", "JKS")
                    .in(tree ->
                            tree.set(TOMCAT).file(TOMCAT + "/store", Bundle.keystore("JKS", "changeit", GOOD.leaf()))),
            clean("keystore-present", "PKCS#7")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .without(TOMCAT + "/root.pem")
                            .file(TOMCAT + "/root.p7b", Bundle.pkcs7(GOOD.root()))),
            found("file-unreadable", "no certificate in a file that is named as one")
                    .in(tree -> tree.set(TOMCAT).file(TOMCAT + "/broken.cer", "no certificate")),
            found("file-unreadable", "a block without an END line")
                    .in(tree -> tree.set(TOMCAT).file("ca/broken.pem", "notes\n-----BEGIN CERTIFICATE-----\nMIIB\n")),
            found("file-unreadable", "a damaged block after a complete one")
                    .in(tree -> tree.set(TOMCAT)
                            .file("ca/both.pem", Cert.root("Other").pem() + "-----BEGIN CERTIFICATE-----\nMIIB\n")),
            clean("file-unreadable", "a damaged block after a complete one in a file with another suffix")
                    .in(tree -> tree.set(TOMCAT)
                            .file("ca/mail.txt", Cert.root("Other").pem() + "-----BEGIN CERTIFICATE-----\nMIIB\n")),
            found("file-unreadable", "more blocks than are read, whatever the file name")
                    .in(tree -> tree.set(TOMCAT)
                            .file(
                                    "ca/keys.txt",
                                    Pem.publicKey(Keys.info(Keys.ec("public"))).repeat(10_001))),
            clean("file-unreadable", "no certificate in a file with another suffix")
                    .in(tree -> tree.set(TOMCAT).file(TOMCAT + "/broken.txt", "no certificate")),
            found("archive-present", "a zip file").in(tree -> tree.set(TOMCAT).file(TOMCAT + "/mail.zip", "PK")),
            clean("archive-present", "a text file").in(tree -> tree.set(TOMCAT).file(TOMCAT + "/mail.txt", "PK")),
            found("purpose-unknown", "no purpose in the path or the name")
                    .in(tree -> tree.file("server.csr", GOOD.csr())),
            clean("purpose-unknown", "a purpose in the name").in(tree -> tree.file("server-tomcat.csr", GOOD.csr())),
            clean("purpose-unknown", "a CA certificate needs no purpose")
                    .in(tree ->
                            tree.set(TOMCAT, GOOD).without(TOMCAT + "/root.pem").file("server.pem", GOOD.root())),
            found("duplicate-file", "PEM and DER")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/copy.der", GOOD.leaf().der())),
            clean("duplicate-file", "the same root for two nodes")
                    .in(tree -> tree.set(TOMCAT).set(SUB + "/tomcat")),
            found("encoding-unusual", "UTF-16")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(
                                    TOMCAT + "/root.pem",
                                    Pem.utf16LittleEndian(GOOD.root().pem()))),
            found("encoding-unusual", "a byte order mark")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(
                                    TOMCAT + "/root.pem",
                                    Pem.utf8WithBom(GOOD.root().pem()))),
            clean("encoding-unusual", "Windows line endings")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/root.pem", Pem.crlf(GOOD.root().pem()))),
            found("link-escapes", "out of the directory")
                    .in(tree -> tree.set(TOMCAT).link("root.pem", "../root.pem").file("../root.pem", GOOD.root())),
            clean("link-escapes", "within the directory")
                    .in(tree -> tree.set(TOMCAT).link("root.pem", TOMCAT + "/root.pem")),
            found("duplicate-file", "one file of each kind")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file(TOMCAT + "/server.key", Pem.privateKey(Keys.rsa(PUB)))
                            .file(TOMCAT + "/store", Bundle.keystore("PKCS12", "changeit", GOOD.leaf()))
                            .file(TOMCAT + "/broken.cer", "no certificate")
                            .file(TOMCAT + "/mail.zip", "PK")
                            .file(TOMCAT + "/copy.der", GOOD.leaf().der())
                            .file("server.csr", Csr.of(SUB))
                            .file(
                                    PUB + "/ipsec/odd.csr",
                                    Pem.utf16LittleEndian(
                                            GoodSet.ipsec(PUB).csr().pem())))
                    .topics(Topic.FILES));

    private FilesCases() {}

    /** A certificate without a version field, which means version 1. */
    private static byte[] extensionsWithoutVersion3(Cert cert) {
        ASN1Sequence certificate = ASN1Sequence.getInstance(cert.der());
        List<ASN1Encodable> content = new ArrayList<>(
                List.of(ASN1Sequence.getInstance(certificate.getObjectAt(0)).toArray()));
        content.remove(0);
        return der(
                new DERSequence(content.toArray(ASN1Encodable[]::new)),
                certificate.getObjectAt(1),
                certificate.getObjectAt(2));
    }

    /** A CSR whose subject is a number. */
    private static byte[] malformedRequest() {
        ASN1Sequence request = ASN1Sequence.getInstance(GOOD.csr().der());
        ASN1Encodable[] content =
                ASN1Sequence.getInstance(request.getObjectAt(0)).toArray();
        content[1] = new DERSequence(new ASN1Integer(1));
        return der(new DERSequence(content), request.getObjectAt(1), request.getObjectAt(2));
    }

    private static byte[] der(ASN1Encodable... parts) {
        try {
            return new DERSequence(parts).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
