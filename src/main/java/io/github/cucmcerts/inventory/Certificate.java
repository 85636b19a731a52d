package io.github.cucmcerts.inventory;

import io.github.cucmcerts.scan.Pool;
import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Time;

/** An X.509 certificate (RFC 5280). Two are equal where their bytes are. */
public final class Certificate implements NamedKey {
    /** What the library puts for Z. */
    private static final String UTC = "GMT+00:00";

    private static final int DIGITS = "YYYYMMDDhhmmss".length();
    /** From when on the library and java.time have one calendar. */
    private static final String GREGORIAN = "1583";

    private final Origin origin;
    private final Encoded encoded;
    private final String sha256;
    private final Name subject;
    private final Name issuer;
    private final BigInteger serial;
    private final Instant notBefore;
    private final Instant notAfter;
    private final SubjectPublicKey key;
    private final KeyExtensions extensions;
    private final SignatureAlgorithm signatureAlgorithm;

    /**
     * @throws IOException where the extensions or the key can't be encoded again
     * @throws RuntimeException where it is no certificate
     */
    public Certificate(Origin origin, ASN1Primitive object, Pool pool) throws IOException {
        var certificate = org.bouncycastle.asn1.x509.Certificate.getInstance(object);
        this.origin = origin;
        encoded = new Encoded(object.getEncoded());
        sha256 = encoded.sha256();
        subject = pool.name(certificate.getSubject());
        issuer = pool.name(certificate.getIssuer());
        serial = certificate.getSerialNumber().getValue();
        notBefore = instant(certificate.getStartDate());
        notAfter = instant(certificate.getEndDate());
        key = pool.key(certificate.getSubjectPublicKeyInfo());
        extensions = KeyExtensions.of(certificate.getTBSCertificate().getExtensions(), pool);
        signatureAlgorithm = pool.one(SignatureAlgorithm.of(certificate.getSignatureAlgorithm()));
        certificate.getSignature().getBytes();
    }

    /** Reads what RFC 5280, section 4.1.2.5, demands itself, which takes a tenth of the library's time for it. */
    public static Instant instant(Time time) {
        String text = time.getTime();
        boolean usual = text.length() == DIGITS + UTC.length()
                && text.endsWith(UTC)
                && text.chars().limit(DIGITS).allMatch(c -> c >= '0' && c <= '9')
                && text.compareTo(GREGORIAN) >= 0;
        if (usual) {
            try {
                return LocalDateTime.of(
                                Integer.parseUnsignedInt(text, 0, 4, 10),
                                Integer.parseUnsignedInt(text, 4, 6, 10),
                                Integer.parseUnsignedInt(text, 6, 8, 10),
                                Integer.parseUnsignedInt(text, 8, 10, 10),
                                Integer.parseUnsignedInt(text, 10, 12, 10),
                                Integer.parseUnsignedInt(text, 12, 14, 10))
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                // the library tells what it is
            }
        }
        return time.getDate().toInstant();
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public String kind() {
        return "CERTIFICATE";
    }

    @Override
    public Name subject() {
        return subject;
    }

    public Name issuer() {
        return issuer;
    }

    public BigInteger serial() {
        return serial;
    }

    public Instant notBefore() {
        return notBefore;
    }

    public Instant notAfter() {
        return notAfter;
    }

    @Override
    public SubjectPublicKey key() {
        return key;
    }

    @Override
    public KeyExtensions extensions() {
        return extensions;
    }

    public SignatureAlgorithm signatureAlgorithm() {
        return signatureAlgorithm;
    }

    @Override
    public String sha256() {
        return sha256;
    }

    /** In bytes. */
    public int size() {
        return encoded.size();
    }

    public byte[] encoded() {
        return encoded.bytes();
    }

    /** Subject and issuer are one name; says nothing about the signature. */
    public boolean isSelfIssued() {
        return subject.equals(issuer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate certificate && sha256.equals(certificate.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
