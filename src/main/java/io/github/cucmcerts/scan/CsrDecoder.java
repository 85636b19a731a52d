package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Encoded;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.signature.Verifier;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extensions;

/** Decodes PKCS#10 certification requests, and verifies their signatures. */
final class CsrDecoder {
    private static final ASN1ObjectIdentifier MICROSOFT_EXTENSIONS = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.14");

    private CsrDecoder() {}

    /**
     * @throws IOException if it cannot be encoded again
     * @throws RuntimeException if it is not a CSR
     */
    static Csr decode(ASN1Primitive object, Origin origin, Pool pool) throws IOException {
        CertificationRequest request = CertificationRequest.getInstance(object);
        CertificationRequestInfo info = request.getCertificationRequestInfo();
        byte[] encoded = object.getEncoded();
        SubjectPublicKey key = pool.key(info.getSubjectPublicKeyInfo());
        return new Csr(
                origin,
                new Encoded(encoded).sha256(),
                pool.name(info.getSubject()),
                key,
                ExtensionsDecoder.decode(requestedExtensions(info), pool),
                Verifier.verify(key, encoded));
    }

    /** The extensions, or null if the CSR requests none. */
    private static Extensions requestedExtensions(CertificationRequestInfo info) {
        if (info.getAttributes() != null) {
            for (ASN1Encodable element : info.getAttributes()) {
                Attribute attribute = Attribute.getInstance(element);
                boolean requests = attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest)
                        || attribute.getAttrType().equals(MICROSOFT_EXTENSIONS);
                if (requests && attribute.getAttrValues().size() > 0) {
                    return Extensions.getInstance(attribute.getAttrValues().getObjectAt(0));
                }
            }
        }
        return null;
    }
}
