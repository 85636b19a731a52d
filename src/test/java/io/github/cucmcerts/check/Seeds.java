package io.github.cucmcerts.check;

import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Session;
import io.github.cucmcerts.fixture.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;

/** Intact files of every kind that the plugin knows, as input for mutations. */
final class Seeds {
    private static final String PASSWORD = "changeit";

    private Seeds() {}

    /** Generates new files and keys in each run: the project contains none of them. */
    static List<byte[]> all() {
        List<byte[]> seeds = new ArrayList<>();
        Cert root = Cert.root("Seed", with -> with.key(Keys.ec("seed")));
        Cert issuing = root.intermediate("Seed Issuing", with -> with.key(Keys.ec("seed issuing")));
        Csr csr = Csr.of("seed.example.com", with -> with.key(Keys.ec("seed leaf")));
        Cert leaf = issuing.sign(csr);
        GoodSet rsa = GoodSet.of("seed.example.com");
        GoodSet capf = GoodSet.capf("capf.example.com");
        for (Cert cert : List.of(root, issuing, leaf, rsa.leaf(), capf.leaf(), rich(issuing, csr), odd(root))) {
            seeds.add(cert.der());
            seeds.add(bytes(cert.pem()));
        }
        for (Csr each : List.of(csr, rsa.csr(), rich())) {
            seeds.add(each.der());
            seeds.add(bytes(each.pem()));
        }
        seeds.add(Bundle.pkcs7(leaf, issuing, root));
        seeds.add(bytes(Pem.encode("PKCS7", Bundle.pkcs7(leaf, issuing))));
        seeds.add(bytes(Bundle.pem(leaf, issuing, root)));
        seeds.add(bytes("subject=seed\r\n" + Pem.crlf(leaf.pem()) + "issuer:\r\n" + Pem.crlf(issuing.pem())));
        seeds.add(bytes(Pem.crOnly(leaf.pem())));
        seeds.add(bytes(root.trustedPem()));
        seeds.add(Pem.utf8WithBom(leaf.pem()));
        seeds.add(Pem.utf16LittleEndian(leaf.pem()));
        seeds.add(Pem.utf16BigEndian(csr.pem()));
        seeds.add(root.crl(issuing));
        seeds.add(bytes(Pem.encode("X509 CRL", root.crl(issuing))));
        seeds.add(bytes(Pem.publicKey(Keys.info(leaf.key()))));
        seeds.add(bytes(Pem.publicKey(Keys.compressed(leaf.key()))));
        seeds.add(leaf.key().getPrivate().getEncoded());
        seeds.add(rsa.leaf().key().getPrivate().getEncoded());
        seeds.add(bytes(Pem.privateKey(leaf.key()) + leaf.pem()));
        seeds.add(bytes(Pem.traditionalPrivateKey(leaf.key())));
        seeds.add(bytes(Pem.traditionalPrivateKey(rsa.leaf().key())));
        seeds.add(bytes(Pem.encryptedPrivateKey(leaf.key(), PASSWORD)));
        for (String type : List.of("PKCS12", "JKS", "JCEKS", "BKS")) {
            seeds.add(Bundle.keystore(type, PASSWORD, leaf));
        }
        Snapshot snapshot = Snapshot.of("deployed.example.com")
                .takenAt("2026-11-20T10:00:00Z")
                .identity("ipsec", leaf.pem(), csr.pem())
                .trust("tomcat", root, issuing)
                .trust("ipsec-trust", root)
                .revoked(leaf);
        seeds.add(bytes(snapshot.json()));
        seeds.add(bytes("[" + snapshot.pretty() + "]"));
        Session session = Session.begin()
                .listTrust("ipsec-trust/Seed.pem")
                .trust("ipsec-trust/Seed.pem", root)
                .own("ipsec/ipsec.pem", leaf)
                .csr("ipsec", csr)
                .sql(new Session.Row("deployed.example.com", "ipsec-trust", issuing));
        seeds.add(bytes(session.text()));
        seeds.add(bytes(session.recorded(9)));
        seeds.add(bytes(Session.axl(new Session.Row("deployed.example.com", "ipsec", leaf))));
        seeds.add(bytes("from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- please\n"));
        seeds.add(new byte[0]);
        return seeds;
    }

    /** Every kind of name, and the extensions that rules and path validation read. */
    private static Cert rich(Cert issuer, Csr csr) {
        return issuer.sign(
                csr,
                with -> with.san(
                                "DNS:seed.example.com.",
                                "DNS:*.example.com",
                                "IP:10.0.0.1",
                                "IP:2001:db8::1",
                                "email:a@example.com",
                                "URI:https://example.com/",
                                "RID:1.2.3.4",
                                "dirName:CN=a,O=b",
                                "otherName:1.2.3;UTF8:a",
                                "DER:a5048202612e")
                        .nameConstraints("permitted;DNS:example.com", "excluded;IP:10.0.0.0/8")
                        .extendedKeyUsage("serverAuth", "1.2.3.4.5")
                        .ca(3)
                        .critical(Extension.extendedKeyUsage));
    }

    private static Csr rich() {
        return Csr.of(
                "seed-ms.example.com",
                with -> with.subject("CN=a+O=b,2.5.4.5=#0c0161,CN=\\ seed\\,ms")
                        .key(Keys.ec("seed leaf", "secp384r1"))
                        .san("DNS:a", "DNS:b.example.com", "IP:10.0.0.1"));
    }

    private static Cert odd(Cert issuer) {
        return issuer.intermediate(
                "", with -> with.subject("").key(Keys.ed25519("seed")).versionOne());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
