package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Encoded;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * What many objects of a directory have in common, decoded and kept once: a leaf has the name and key of its CSR, and all
 * leaves of a CA its name.
 */
public final class Pool {
    private final Map<Encoded, Name> names = new ConcurrentHashMap<>();
    private final Map<Encoded, SubjectPublicKey> keys = new ConcurrentHashMap<>();
    private final Map<Object, Object> values = new ConcurrentHashMap<>();
    private final Map<List<String>, Set<String>> sets = new ConcurrentHashMap<>();

    public Name name(X500Name name) throws IOException {
        return names.computeIfAbsent(new Encoded(name.getEncoded(ASN1Encoding.DER)), Name::new);
    }

    public SubjectPublicKey key(SubjectPublicKeyInfo info) throws IOException {
        return keys.computeIfAbsent(new Encoded(info.getEncoded(ASN1Encoding.DER)), SubjectPublicKey::of);
    }

    /** The first value that was equal to this. */
    @SuppressWarnings("unchecked")
    public <T> T one(T value) {
        return (T) values.computeIfAbsent(value, same -> same);
    }

    /** The first set that had these elements in this order. */
    public Set<String> one(Set<String> set) {
        return sets.computeIfAbsent(List.copyOf(set), same -> set);
    }
}
