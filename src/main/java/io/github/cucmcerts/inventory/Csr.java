package io.github.cucmcerts.inventory;

import io.github.cucmcerts.scan.Pool;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extensions;

/** A PKCS#10 certification request (RFC 2986). Two are equal where their bytes are. */
public final class Csr implements NamedKey {
    private static final ASN1ObjectIdentifier MICROSOFT_EXTENSIONS = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.14");

    private final Origin origin;
    private final Encoded encoded;
    private final String sha256;
    private final Name subject;
    private final SubjectPublicKey key;
    private final KeyExtensions extensions;

    public Csr(Origin origin, ASN1Primitive object, Pool pool) throws IOException {
        CertificationRequest request = CertificationRequest.getInstance(object);
        CertificationRequestInfo info = request.getCertificationRequestInfo();
        this.origin = origin;
        encoded = new Encoded(object.getEncoded());
        sha256 = encoded.sha256();
        subject = pool.name(info.getSubject());
        key = pool.key(info.getSubjectPublicKeyInfo());
        extensions = KeyExtensions.of(requestedExtensions(info), pool);
        request.getSignature().getBytes();
    }

    private static Extensions requestedExtensions(CertificationRequestInfo info) {
        if (info.getAttributes() != null) {
            for (ASN1Encodable element : info.getAttributes()) {
                Attribute attribute = Attribute.getInstance(element);
                boolean asks = attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest)
                        || attribute.getAttrType().equals(MICROSOFT_EXTENSIONS);
                if (asks && attribute.getAttrValues().size() > 0) {
                    return Extensions.getInstance(attribute.getAttrValues().getObjectAt(0));
                }
            }
        }
        return null;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public String kind() {
        return "CSR";
    }

    @Override
    public Name subject() {
        return subject;
    }

    @Override
    public SubjectPublicKey key() {
        return key;
    }

    @Override
    public KeyExtensions extensions() {
        return extensions;
    }

    @Override
    public String sha256() {
        return sha256;
    }

    public byte[] encoded() {
        return encoded.bytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Csr csr && sha256.equals(csr.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
