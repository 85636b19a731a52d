package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Encoded;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.inventory.SignatureAlgorithm;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Decodes and keeps once what many objects of a directory share: a leaf has the name, the key and most extensions of its
 * CSR, and all leaves of a CA have the CA's name.
 */
final class Pool {
    private final Map<Encoded, Name> names = new ConcurrentHashMap<>();
    private final Map<Encoded, SubjectPublicKey> keys = new ConcurrentHashMap<>();
    private final Map<ASN1ObjectIdentifier, Map<Encoded, Object>> extensions = new ConcurrentHashMap<>();
    private final Map<List<Encoded>, SignatureAlgorithm> algorithms = new ConcurrentHashMap<>();
    private final Map<List<String>, Set<String>> sets = new ConcurrentHashMap<>();

    Name name(X500Name name) {
        return names.computeIfAbsent(new Encoded(Der.of(name)), NameDecoder::decode);
    }

    SubjectPublicKey key(SubjectPublicKeyInfo info) {
        return keys.computeIfAbsent(new Encoded(Der.of(info)), KeyDecoder::decode);
    }

    /** What an extension with the same bytes was decoded to. */
    @SuppressWarnings("unchecked")
    <T> T extension(Extension extension, Function<Extension, T> decoder) {
        return (T) extensions
                .computeIfAbsent(extension.getExtnId(), id -> new ConcurrentHashMap<>())
                .computeIfAbsent(new Encoded(extension.getExtnValue().getOctets()), bytes -> decoder.apply(extension));
    }

    /** A certificate states its signature algorithm twice: outside and inside of the signed part. */
    SignatureAlgorithm signatureAlgorithm(AlgorithmIdentifier outside, AlgorithmIdentifier inside) {
        return algorithms.computeIfAbsent(
                List.of(new Encoded(Der.of(outside)), new Encoded(Der.of(inside))),
                same -> CertificateDecoder.signatureAlgorithm(outside, inside));
    }

    /** The first set that had these elements in this order. */
    Set<String> one(Set<String> set) {
        return sets.computeIfAbsent(List.copyOf(set), same -> set);
    }
}
