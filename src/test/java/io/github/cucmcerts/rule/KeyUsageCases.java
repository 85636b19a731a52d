package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.IMP;
import static io.github.cucmcerts.rule.Case.MULTI;
import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.SUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static io.github.cucmcerts.rule.Case.clean;
import static io.github.cucmcerts.rule.Case.found;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.CsrSpec;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import java.security.KeyPair;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;

final class KeyUsageCases {
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final String ECDSA = PUB + "/tomcat-ECDSA";
    private static final String IPSEC = PUB + "/ipsec";
    private static final String CAPF = PUB + "/CAPF";
    private static final String[] WITH_IPSEC = {"serverAuth", "clientAuth", "ipsecEndSystem"};

    static final List<Case> ALL = List.of(
            clean("signature-not-rsa", "an EC key whose purpose is unknown")
                    .in(tree -> {
                        GoodSet set = GoodSet.ecdsa(PUB);
                        Cert root = Cert.root("EC Root", with -> with.key(Keys.ec("EC Root")));
                        tree.file(PUB + "/a.csr", set.csr())
                                .file(PUB + "/a.pem", root.sign(set.csr()))
                                .file(PUB + "/root.pem", root);
                    })
                    .topics(Topic.KEY_USAGE),
            found("key-usage-missing", "digitalSignature is lost")
                    .in(tree ->
                            tree.set(TOMCAT, GOOD.leaf(with -> with.keyUsage("keyEncipherment", "dataEncipherment")))),
            found("key-usage-missing", "the extension is lost")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.without(Extension.keyUsage)))),
            clean("key-usage-missing", "keyAgreement is lost")
                    .in(tree -> tree.set(
                            TOMCAT,
                            requesting(with -> with.keyUsage(
                                            "digitalSignature", "keyEncipherment", "dataEncipherment", "keyAgreement"))
                                    .leaf(with ->
                                            with.keyUsage("digitalSignature", "keyEncipherment", "dataEncipherment")))),
            clean("key-usage-missing", "an additional usage")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.leaf(with -> with.keyUsage(
                                    "digitalSignature", "keyEncipherment", "dataEncipherment", "nonRepudiation")))),
            found("encipherment-usage-missing", "dataEncipherment is lost")
                    .in(tree ->
                            tree.set(TOMCAT, GOOD.leaf(with -> with.keyUsage("digitalSignature", "keyEncipherment")))),
            found("encipherment-usage-missing", "keyEncipherment is lost")
                    .in(tree ->
                            tree.set(TOMCAT, GOOD.leaf(with -> with.keyUsage("digitalSignature", "dataEncipherment")))),
            clean("encipherment-usage-missing", "keyEncipherment is not requested")
                    .in(tree -> tree.set(
                            TOMCAT, requesting(with -> with.keyUsage("digitalSignature", "dataEncipherment")))),
            found("extended-key-usage-missing", "clientAuth is lost")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.extendedKeyUsage("serverAuth")))),
            found("extended-key-usage-missing", "the extension is lost")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.without(Extension.extendedKeyUsage)))),
            found("extended-key-usage-missing", "ipsecEndSystem is lost for ipsec")
                    .in(tree -> tree.set(
                            IPSEC,
                            requesting(with -> with.extendedKeyUsage(WITH_IPSEC))
                                    .leaf(with -> with.extendedKeyUsage("serverAuth", "clientAuth")))),
            clean("extended-key-usage-missing", "ipsecEndSystem is lost for tomcat")
                    .in(tree -> tree.set(
                            TOMCAT,
                            requesting(with -> with.extendedKeyUsage(WITH_IPSEC))
                                    .leaf(with -> with.extendedKeyUsage("serverAuth", "clientAuth")))),
            clean("extended-key-usage-missing", "ipsecEndSystem is lost for tomcat-ECDSA")
                    .in(tree -> tree.set(
                            ECDSA,
                            requesting(with -> with.key(Keys.ec(PUB)).extendedKeyUsage(WITH_IPSEC))
                                    .leaf(with -> with.extendedKeyUsage("serverAuth", "clientAuth")))),
            clean("extended-key-usage-missing", "an additional usage")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.extendedKeyUsage(WITH_IPSEC)))),
            found("key-usage-not-requested", "both tables have clientAuth")
                    .in(tree -> tree.set(TOMCAT, requesting(with -> with.extendedKeyUsage("serverAuth")))),
            found("key-usage-not-requested", "release 12.5 has keyEncipherment")
                    .in(tree -> tree.set(TOMCAT, withoutKeyEncipherment(PUB)))
                    .release("12.5"),
            clean("key-usage-not-requested", "release 14 does not have keyEncipherment")
                    .in(tree -> tree.set(TOMCAT, withoutKeyEncipherment(PUB)))
                    .release("14"),
            clean("key-usage-not-requested", "the tables differ on keyEncipherment")
                    .in(tree -> tree.set(TOMCAT, withoutKeyEncipherment(PUB))),
            found("key-usage-not-requested", "release 14 has clientAuth for CAPF")
                    .in(tree -> tree.set(CAPF, GoodSet.capf(PUB)))
                    .release("14"),
            clean("key-usage-not-requested", "release 12.5 does not have clientAuth for CAPF")
                    .in(tree -> tree.set(CAPF, GoodSet.capf(PUB)))
                    .release("12.5"),
            found("key-usage-not-requested", "release 11.5 has clientAuth and keyEncipherment for CAPF")
                    .in(tree -> tree.set(CAPF, GoodSet.capf(PUB)))
                    .release("11.5"),
            clean("key-usage-not-requested", "release 12.0 does not have them for CAPF")
                    .in(tree -> tree.set(CAPF, GoodSet.capf(PUB)))
                    .release("12.0"),
            found("key-usage-not-requested", "release 14 has keyEncipherment for ipsec")
                    .in(tree -> tree.set(IMP + "/ipsec", withoutKeyEncipherment(IMP)))
                    .release("14"),
            clean("key-usage-not-requested", "release 14 does not have it for ipsec on presence nodes")
                    .in(tree -> tree.set(IMP + "/ipsec", withoutKeyEncipherment(IMP)))
                    .release("14")
                    .presence(IMP),
            found("key-usage-not-requested", "without a CSR, the leaf is checked")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.extendedKeyUsage("serverAuth")))
                            .without(TOMCAT + "/tomcat.csr")),
            found("key-type-mismatch", "an EC key for tomcat").in(tree -> tree.set(TOMCAT, GoodSet.ecdsa(PUB))),
            clean("key-type-mismatch", "an EC key for tomcat-ECDSA").in(tree -> tree.set(ECDSA, GoodSet.ecdsa(PUB))),
            found("key-type-mismatch", "an RSA key for tomcat-ECDSA").in(tree -> tree.set(ECDSA, GOOD)),
            found("key-type-mismatch", "a post-quantum key")
                    .in(tree -> tree.set(ECDSA, requesting(with -> with.key(Keys.mlDsa("post-quantum"))))),
            found("key-type-mismatch", "a key type that CUCM does not support")
                    .in(tree -> tree.set(TOMCAT, requesting(with -> with.key(Keys.ed25519(PUB))))),
            found("key-type-mismatch", "an EC key for ipsec, which has no sibling")
                    .in(tree -> tree.set(IPSEC, GoodSet.ecdsa(PUB)))
                    .topics(Topic.KEY_USAGE),
            found("key-size", "2047 bits").in(tree -> tree.set(TOMCAT, keyed(Keys.rsa("small", 2047)))),
            clean("key-size", "2048 bits for CallManager").in(tree -> tree.set(PUB + "/CallManager")),
            found("key-size", "2049 bits for CallManager")
                    .in(tree -> tree.set(PUB + "/CallManager", keyed(Keys.rsa("large", 2049)))),
            clean("key-size", "2049 bits for tomcat").in(tree -> tree.set(TOMCAT, keyed(Keys.rsa("large", 2049)))),
            found("key-size", "a CA with 4096 bits in mixed mode")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.key(Keys.rsa("large", 4096)))))
                    .mixedMode(),
            clean("key-size", "a CA with 2049 bits in mixed mode")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.key(Keys.rsa("large", 2049)))))
                    .mixedMode(),
            clean("key-size", "a CA with 4096 bits without mixed mode")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.key(Keys.rsa("large", 4096))))),
            found("key-too-large", "4097 bits").in(tree -> tree.set(TOMCAT, keyed(Keys.rsa("larger", 4097)))),
            found("key-too-large", "4097 bits, and the purpose is unknown")
                    .in(tree -> {
                        GoodSet set = keyed(Keys.rsa("larger", 4097));
                        tree.file(PUB + "/a.csr", set.csr())
                                .file(PUB + "/a.pem", set.leaf())
                                .file(PUB + "/issuing.pem", set.intermediate())
                                .file(PUB + "/root.pem", set.root());
                    })
                    .topics(Topic.KEY_USAGE),
            found("key-too-large", "in mixed mode, a CA with 4096 bits does not help")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.key(Keys.rsa("root", 5120)))))
                    .mixedMode(),
            clean("key-too-large", "4096 bits").in(tree -> tree.set(TOMCAT, keyed(Keys.rsa("large", 4096)))),
            found("key-too-large", "a root of 5120 bits")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.key(Keys.rsa("root", 5120))))),
            found("key-too-large", "a deployed root, and an offered intermediate of 4097 bits")
                    .in(tree -> {
                        GoodSet set = GOOD.root(with -> with.key(Keys.rsa("root", 5120)))
                                .intermediate(with -> with.key(Keys.rsa("larger", 4097)));
                        tree.set(TOMCAT, set)
                                .without(TOMCAT + "/root.pem")
                                .file("deployed/tomcat-trust/root.pem", set.root());
                    }),
            clean("key-too-large", "a root of 4096 bits")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.key(Keys.rsa("large", 4096))))),
            clean("key-too-large", "a root of 5120 bits that is deployed").in(tree -> {
                GoodSet set = GOOD.root(with -> with.key(Keys.rsa("root", 5120)));
                tree.set(TOMCAT, set).file("deployed/tomcat-trust/root.pem", set.root());
            }),
            found("weak-signature", "SHA-1 on the leaf")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.signedWith("SHA1withRSA")))),
            found("weak-signature", "SHA-1 on a P-384 leaf").in(tree -> tree.set(ECDSA, onP384("SHA1withRSA"))),
            found("weak-signature", "MD5 on the leaf")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.signedWith("MD5withRSA")))),
            found("weak-signature", "SHA-1 on the intermediate")
                    .in(tree -> tree.set(TOMCAT, GOOD.intermediate(with -> with.signedWith("SHA1withRSA")))),
            clean("weak-signature", "SHA-1 on the root")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.signedWith("SHA1withRSA")))),
            clean("weak-signature", "SHA-224 on the leaf")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.signedWith("SHA224withRSA")))),
            found("ec-hash-weak", "P-384 with SHA-256").in(tree -> tree.set(ECDSA, onP384("SHA256withRSA"))),
            clean("ec-hash-weak", "P-384 with SHA-384").in(tree -> tree.set(ECDSA, onP384("SHA384withRSA"))),
            found("ec-hash-weak", "P-384 with SHA-1: SHA-256 does not help")
                    .in(tree -> tree.set(ECDSA, onP384("SHA1withRSA"))),
            found("ec-hash-weak", "P-256 with SHA-224")
                    .in(tree -> tree.set(ECDSA, GoodSet.ecdsa(PUB).leaf(with -> with.signedWith("SHA224withRSA")))),
            clean("ec-hash-weak", "P-256 with SHA-1, which another rule reports")
                    .in(tree -> tree.set(ECDSA, GoodSet.ecdsa(PUB).leaf(with -> with.signedWith("SHA1withRSA")))),
            clean("ec-hash-weak", "P-256 with SHA-224 in FIPS mode, which another rule reports")
                    .in(tree -> tree.set(ECDSA, GoodSet.ecdsa(PUB).leaf(with -> with.signedWith("SHA224withRSA"))))
                    .fips(),
            clean("ec-hash-weak", "P-256 with SHA-256").in(tree -> tree.set(ECDSA, GoodSet.ecdsa(PUB))),
            clean("ec-hash-weak", "another curve")
                    .in(tree -> tree.set(ECDSA, requesting(with -> with.key(Keys.ec(PUB, "secp521r1"))))),
            found("ec-hash-weak", "an intermediate on P-384 with SHA-256")
                    .in(tree -> tree.set(
                            ECDSA, GoodSet.ecdsa(PUB).intermediate(with -> with.key(Keys.ec("ca", "secp384r1"))))),
            clean("ec-hash-weak", "a root on P-384 with SHA-256")
                    .in(tree -> tree.set(
                            ECDSA,
                            GoodSet.ecdsa(PUB)
                                    .root(with -> with.key(Keys.ec("root", "secp384r1"))
                                            .signedWith("SHA256withECDSA")))),
            found("fips-signature", "SHA-224 on the leaf")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.signedWith("SHA224withRSA"))))
                    .fips(),
            found("fips-signature", "SHA-224 on the intermediate")
                    .in(tree -> tree.set(TOMCAT, GOOD.intermediate(with -> with.signedWith("SHA224withRSA"))))
                    .fips(),
            found("fips-signature", "SHA3-224 below an EC intermediate")
                    .in(tree -> tree.set(
                            ECDSA,
                            GoodSet.ecdsa(PUB)
                                    .intermediate(with -> with.key(Keys.ec("ca")))
                                    .leaf(with -> with.signedWith("SHA3-224withECDSA"))))
                    .fips(),
            clean("fips-signature", "SHA-256 everywhere")
                    .in(tree -> tree.set(TOMCAT))
                    .fips(),
            clean("fips-signature", "SHA-1 on the root")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.signedWith("SHA1withRSA"))))
                    .fips(),
            clean("fips-signature", "SHA-224 without FIPS mode")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.signedWith("SHA224withRSA")))),
            found("signature-not-rsa", "RSASSA-PSS")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.signedWith("RSASSA-PSS")))),
            found("signature-not-rsa", "RSASSA-PSS for tomcat-ECDSA")
                    .in(tree -> tree.set(ECDSA, GoodSet.ecdsa(PUB).leaf(with -> with.signedWith("RSASSA-PSS")))),
            found("signature-not-rsa", "an EC CA for tomcat")
                    .in(tree -> tree.set(TOMCAT, GOOD.intermediate(with -> with.key(Keys.ec("ca"))))),
            clean("signature-not-rsa", "an EC CA for tomcat-ECDSA")
                    .in(tree -> tree.set(ECDSA, GoodSet.ecdsa(PUB).intermediate(with -> with.key(Keys.ec("ca"))))),
            clean("signature-not-rsa", "RSASSA-PSS on the root")
                    .in(tree -> tree.set(TOMCAT, GOOD.root(with -> with.signedWith("RSASSA-PSS")))),
            found("capf-constraints", "without CA:TRUE")
                    .in(tree -> tree.set(CAPF, GoodSet.capf(PUB).leaf(with -> with.notCa()))),
            found("capf-constraints", "without keyCertSign")
                    .in(tree -> tree.set(
                            CAPF, GoodSet.capf(PUB).leaf(with -> with.ca(0).keyUsage("digitalSignature")))),
            found("capf-constraints", "another purpose's CSR and certificate").in(tree -> tree.set(CAPF, GOOD)),
            clean("capf-constraints", "CA:TRUE and keyCertSign").in(tree -> tree.set(CAPF, GoodSet.capf(PUB))),
            clean("capf-constraints", "tomcat is not a CA").in(tree -> tree.set(TOMCAT)),
            found("capf-path-length", "no path length")
                    .in(tree -> tree.set(CAPF, GoodSet.capf(PUB).leaf(with -> with.ca()))),
            found("capf-path-length", "1")
                    .in(tree -> tree.set(CAPF, GoodSet.capf(PUB).leaf(with -> with.ca(1)))),
            clean("capf-path-length", "0").in(tree -> tree.set(CAPF, GoodSet.capf(PUB))),
            found("multi-server-unsupported", "ipsec").in(tree -> tree.set(MULTI + "/ipsec", multi(MULTI))),
            found("multi-server-unsupported", "cup").in(tree -> tree.set(MULTI + "/cup", multi(MULTI))),
            found("multi-server-unsupported", "CAPF")
                    .in(tree -> tree.set(MULTI + "/CAPF", GoodSet.capf(MULTI)))
                    .withoutPublisher(),
            clean("multi-server-unsupported", "cup-xmpp").in(tree -> tree.set(MULTI + "/cup-xmpp", multi(MULTI))),
            clean("multi-server-unsupported", "ipsec with two nodes in the names")
                    .in(tree -> tree.set(IPSEC, multi(PUB))),
            found("multi-server-unsupported", "ipsec in any release")
                    .in(tree -> tree.set(MULTI + "/ipsec", multi(MULTI)))
                    .release("12.5"),
            found("multi-server-unsupported", "TVS in release 12.5")
                    .in(tree -> tree.set(MULTI + "/TVS", multi(MULTI)))
                    .release("12.5"),
            clean("multi-server-unsupported", "TVS in release 14")
                    .in(tree -> tree.set(MULTI + "/TVS", multi(MULTI)))
                    .release("14"),
            clean("multi-server-unsupported", "TVS in an unknown release")
                    .in(tree -> tree.set(MULTI + "/TVS", multi(MULTI))),
            found("purpose-not-ca-signed", "a CSR for ITLRecovery")
                    .in(tree -> tree.file(PUB + "/ITLRecovery/itl.csr", GOOD.csr())),
            found("purpose-not-ca-signed", "a set for authz").in(tree -> tree.set(PUB + "/authz")),
            clean("purpose-not-ca-signed", "TVS").in(tree -> tree.set(PUB + "/TVS")),
            found("critical-extension", "the names")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.critical(Extension.subjectAlternativeName)))),
            found("critical-extension", "the extended key usage")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.critical(Extension.extendedKeyUsage)))),
            clean("critical-extension", "key usage and basic constraints")
                    .in(tree -> tree.set(TOMCAT, GOOD.leaf(with -> with.notCa().critical(Extension.keyUsage)))),
            clean("critical-extension", "an unknown extension that is not critical")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GOOD.leaf(with ->
                                    with.extension(new ASN1ObjectIdentifier("1.2.3.4"), false, new byte[] {5, 0})))));

    private KeyUsageCases() {}

    private static GoodSet requesting(Consumer<CsrSpec> options) {
        return GOOD.csr(Csr.of(PUB, options));
    }

    private static GoodSet keyed(KeyPair key) {
        return requesting(with -> with.key(key));
    }

    private static GoodSet onP384(String signature) {
        return requesting(with -> with.key(Keys.ec(PUB, "secp384r1"))).leaf(with -> with.signedWith(signature));
    }

    private static GoodSet withoutKeyEncipherment(String host) {
        return GOOD.csr(Csr.of(
                host, with -> with.extendedKeyUsage(WITH_IPSEC).keyUsage("digitalSignature", "dataEncipherment")));
    }

    private static GoodSet multi(String commonName) {
        return GOOD.csr(
                Csr.of(commonName, with -> with.extendedKeyUsage(WITH_IPSEC).san("DNS:" + PUB, "DNS:" + SUB)));
    }
}
