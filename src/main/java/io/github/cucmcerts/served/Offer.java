package io.github.cucmcerts.served;

import io.github.cucmcerts.text.Message;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;

/**
 * What the client offers in one connection. Each offer requests a certificate with an RSA key or one with an EC key: with cipher suites, or
 * in TLS 1.3 with signature algorithms. The client tries them in this order, until a node sends the certificate.
 */
// the library needs Vector and arrays; the arrays are never changed
@SuppressWarnings({"JdkObsolete", "ImmutableEnumChecker"})
enum Offer {
    TLS_1_2(Message.value("TLS 1.2"), ProtocolVersion.TLSv12.only(), modern(), modernEc()),
    TLS_1_3(Message.value("TLS 1.3"), ProtocolVersion.TLSv13.only(), tls13(), tls13()),
    /** Modern JVMs disable this, but releases 10.x and 11.x can need it: TLS 1.0 and 1.1, RSA key exchange, SHA-1. */
    OLD(Message.of("reason.old-tls", "old TLS"), ProtocolVersion.TLSv12.downTo(ProtocolVersion.TLSv10), old(), oldEc());

    private static final List<SignatureAndHashAlgorithm> RSA = List.of(
            SignatureAndHashAlgorithm.rsa_pss_rsae_sha256,
            SignatureAndHashAlgorithm.rsa_pss_rsae_sha384,
            SignatureAndHashAlgorithm.rsa_pss_rsae_sha512,
            SignatureAndHashAlgorithm.rsa_pss_pss_sha256,
            SignatureAndHashAlgorithm.rsa_pss_pss_sha384,
            SignatureAndHashAlgorithm.rsa_pss_pss_sha512,
            with(HashAlgorithm.sha256, SignatureAlgorithm.rsa),
            with(HashAlgorithm.sha384, SignatureAlgorithm.rsa),
            with(HashAlgorithm.sha512, SignatureAlgorithm.rsa));
    private static final List<SignatureAndHashAlgorithm> ECDSA = List.of(
            with(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa),
            with(HashAlgorithm.sha384, SignatureAlgorithm.ecdsa),
            with(HashAlgorithm.sha512, SignatureAlgorithm.ecdsa));
    private static final List<SignatureAndHashAlgorithm> SHA_1 = List.of(
            with(HashAlgorithm.sha1, SignatureAlgorithm.rsa), with(HashAlgorithm.sha1, SignatureAlgorithm.ecdsa));

    private final Message label;
    private final ProtocolVersion[] versions;
    private final int[] rsaSuites;
    private final int[] ecSuites;

    Offer(Message label, ProtocolVersion[] versions, int[] rsaSuites, int[] ecSuites) {
        this.label = label;
        this.versions = versions;
        this.rsaSuites = rsaSuites;
        this.ecSuites = ecSuites;
    }

    Message label() {
        return label;
    }

    ProtocolVersion[] versions() {
        return versions.clone();
    }

    int[] suites(boolean ec) {
        return (ec ? ecSuites : rsaSuites).clone();
    }

    /** In TLS 1.3 they select the type of key. In older versions the cipher suites select it, and the CA can use any key. */
    Vector<SignatureAndHashAlgorithm> signatures(boolean ec) {
        return this == TLS_1_3 ? new Vector<>(ec ? ECDSA : RSA) : all();
    }

    /** All algorithms: the CAs can use any of them for the certificates of the chain. */
    static Vector<SignatureAndHashAlgorithm> all() {
        Vector<SignatureAndHashAlgorithm> all = new Vector<>(RSA);
        all.addAll(ECDSA);
        all.addAll(SHA_1);
        return all;
    }

    private static SignatureAndHashAlgorithm with(short hash, short signature) {
        return SignatureAndHashAlgorithm.getInstance(hash, signature);
    }

    private static int[] tls13() {
        return new int[] {
            CipherSuite.TLS_AES_256_GCM_SHA384,
            CipherSuite.TLS_AES_128_GCM_SHA256,
            CipherSuite.TLS_CHACHA20_POLY1305_SHA256
        };
    }

    private static int[] modern() {
        return new int[] {
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
        };
    }

    private static int[] modernEc() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
        };
    }

    private static int[] old() {
        return new int[] {
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
            CipherSuite.TLS_DHE_RSA_WITH_AES_256_GCM_SHA384,
            CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA256,
            CipherSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA256,
            CipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA,
            CipherSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA,
            CipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384,
            CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA256,
            CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA256,
            CipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA,
            CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA,
            CipherSuite.TLS_RSA_WITH_3DES_EDE_CBC_SHA
        };
    }

    private static int[] oldEc() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
        };
    }
}
