package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Crl;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.PrivateKey;
import io.github.cucmcerts.inventory.PublicKey;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.inventory.Unreadable.Problem;
import io.github.cucmcerts.text.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.CertificateList;

/** Decodes bytes into objects. The bytes decide what a block is; its header does not matter. */
final class DerDecoder {
    private static final String PBES = "1.2.840.113549.1.5.";
    private static final String PKCS12_PBE = "1.2.840.113549.1.12.1.";

    /** Bytes that cannot be used. The message says why and is safe to show. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Message why;
        private final Problem problem;

        Refused(Message why, Problem problem) {
            super(why.toString());
            this.why = why;
            this.problem = problem;
        }
    }

    /** The objects in a run of bytes. */
    record Decoded(List<FileObject> objects, boolean keystore) {}

    private DerDecoder() {}

    /**
     * All objects in the bytes, one after the other. A part that cannot be decoded becomes an {@link Unreadable}.
     *
     * @param origin of the first object; in a binary file, the offsets of the others follow from it
     */
    static Decoded decode(byte[] bytes, Origin origin, boolean openSslTrust, Pool pool) {
        List<FileObject> objects = new ArrayList<>();
        boolean keystore = false;
        ByteArrayInputStream input = new ByteArrayInputStream(bytes);
        for (int from = 0; !onlyPadding(bytes, from); from = bytes.length - input.available()) {
            Origin here = new Origin(
                    origin.file(),
                    origin.index() + objects.size(),
                    origin.line(),
                    origin.line() > 0 ? 0 : from,
                    origin.bundled());
            if (from > 0 && openSslTrust) {
                break; // in a TRUSTED CERTIFICATE, OpenSSL's own trust settings follow the certificate
            }
            boolean whole = false;
            try {
                ASN1Primitive object = new ASN1InputStream(input, bytes.length, true).readObject();
                whole = true;
                if (isPkcs12(object)) {
                    keystore = true;
                } else {
                    objects.addAll(objects(object, here, pool));
                }
            } catch (IOException | RuntimeException | StackOverflowError e) {
                objects.add(new Unreadable(here, reason(e, whole), problem(e)));
                break;
            }
        }
        return new Decoded(objects, keystore);
    }

    /**
     * The reason in our own words: the library's messages quote the bytes, which may be part of a private key.
     *
     * @param whole whether the bytes are as many as their first ones say
     */
    private static Message reason(Throwable e, boolean whole) {
        return e instanceof Refused refused && refused.problem == Problem.DAMAGED
                ? Message.of("reason.undecodable-kind", "it cannot be decoded ({kind})", "kind", refused.why)
                : Message.of("reason.undecodable", "it cannot be decoded: {cause}", "cause", cause(e, whole));
    }

    private static Message cause(Throwable e, boolean whole) {
        if (e instanceof Refused refused) {
            return refused.why;
        }
        return whole
                ? Message.of("reason.der-violated", "it is complete, but violates the encoding rules (DER)")
                : Message.of("reason.der-cut-off", "it is cut off or damaged, or it violates the encoding rules (DER)");
    }

    private static Problem problem(Throwable e) {
        return e instanceof Refused refused ? refused.problem : Problem.DAMAGED;
    }

    private static Refused unknown() {
        return new Refused(Message.of("reason.kind-unknown", "not a certificate, CSR, or PKCS#7"), Problem.DAMAGED);
    }

    private static boolean onlyPadding(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != 0 && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != ' ' && bytes[i] != 0x1a) {
                return false;
            }
        }
        return true;
    }

    private static List<FileObject> objects(ASN1Primitive object, Origin origin, Pool pool) throws IOException {
        if (!(object instanceof ASN1Sequence sequence) || sequence.size() == 0) {
            throw unknown();
        }
        ASN1Encodable first = sequence.getObjectAt(0);
        int size = sequence.size();
        if (first instanceof ASN1ObjectIdentifier) {
            return pkcs7(ContentInfo.getInstance(sequence), origin, pool);
        }
        if (size == 3 && first instanceof ASN1Sequence inner && sequence.getObjectAt(2) instanceof ASN1BitString) {
            return List.of(signed(inner, sequence, origin, pool));
        }
        if (size == 2 && first instanceof ASN1Sequence algorithm && sequence.getObjectAt(1) instanceof ASN1BitString) {
            return algorithm.size() == 0 ? List.of() : List.of(new PublicKey(origin));
        }
        if (size == 2 && first instanceof ASN1Integer && sequence.getObjectAt(1) instanceof ASN1Integer) {
            return List.of(new PublicKey(origin));
        }
        PrivateKey key = PrivateKeys.of(sequence, origin);
        if (key != null) {
            return List.of(key);
        }
        throw unknown();
    }

    private static FileObject signed(ASN1Sequence inner, ASN1Sequence object, Origin origin, Pool pool) throws Refused {
        boolean request = inner.size() <= 4
                && inner.getObjectAt(0) instanceof ASN1Integer
                && inner.size() > 2
                && inner.getObjectAt(2) instanceof ASN1Sequence key
                && key.size() == 2
                && key.getObjectAt(1) instanceof ASN1BitString;
        if (request) {
            return csr(object, origin, pool);
        }
        if (isRevocationList(inner)) {
            CertificateList.getInstance(object);
            return new Crl(origin);
        }
        return certificate(object, origin, pool);
    }

    private static Csr csr(ASN1Sequence object, Origin origin, Pool pool) throws Refused {
        try {
            return CsrDecoder.decode(object, origin, pool);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Refused(Malformed.request(object), Problem.MALFORMED_CSR);
        }
    }

    private static Certificate certificate(ASN1Sequence object, Origin origin, Pool pool) throws Refused {
        try {
            return CertificateDecoder.decode(object, origin, pool);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Refused(Malformed.certificate(object), Problem.MALFORMED_CERTIFICATE);
        }
    }

    private static boolean isRevocationList(ASN1Sequence inner) {
        int algorithm = inner.getObjectAt(0) instanceof ASN1Integer ? 1 : 0;
        return inner.size() > algorithm + 2
                && inner.getObjectAt(algorithm) instanceof ASN1Sequence
                && inner.getObjectAt(algorithm + 1) instanceof ASN1Sequence
                && !(inner.getObjectAt(algorithm + 2) instanceof ASN1Sequence);
    }

    private static List<FileObject> pkcs7(ContentInfo info, Origin origin, Pool pool) throws IOException {
        if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
            throw new Refused(
                    Message.of(
                            "reason.pkcs7-type", "its PKCS#7 type is not signedData, so it contains no certificates"),
                    Problem.DAMAGED);
        }
        ASN1Set certificates = SignedData.getInstance(info.getContent()).getCertificates();
        if (certificates == null || certificates.size() == 0) {
            throw new Refused(Message.of("reason.pkcs7-empty", "PKCS#7 without certificates"), Problem.DAMAGED);
        }
        List<FileObject> objects = new ArrayList<>();
        for (ASN1Encodable element : certificates) {
            Origin here =
                    new Origin(origin.file(), origin.index() + objects.size(), origin.line(), origin.offset(), true);
            try {
                objects.add(certificate(ASN1Sequence.getInstance(element), here, pool));
            } catch (IOException | RuntimeException e) {
                objects.add(new Unreadable(
                        here,
                        Message.of(
                                "reason.undecodable-in-pkcs7",
                                "a certificate in the PKCS#7 cannot be decoded: {cause}",
                                "cause",
                                cause(e, true)),
                        problem(e)));
            }
        }
        return objects;
    }

    /** PKCS#12 (RFC 7292): SEQUENCE { INTEGER 3, ContentInfo of type data or signedData ... }. */
    private static boolean isPkcs12(ASN1Primitive object) {
        return object instanceof ASN1Sequence sequence
                && sequence.size() >= 2
                && sequence.getObjectAt(0) instanceof ASN1Integer version
                && version.hasValue(3)
                && sequence.getObjectAt(1) instanceof ASN1Sequence content
                && content.size() == 2
                && content.getObjectAt(0) instanceof ASN1ObjectIdentifier type
                && (type.equals(PKCSObjectIdentifiers.data) || type.equals(PKCSObjectIdentifiers.signedData));
    }

    static boolean isEncryptedKey(ASN1Sequence sequence) {
        return sequence.size() == 2
                && sequence.getObjectAt(0) instanceof ASN1Sequence algorithm
                && algorithm.size() == 2
                && sequence.getObjectAt(1) instanceof ASN1OctetString
                && algorithm.getObjectAt(0) instanceof ASN1ObjectIdentifier oid
                && (oid.getId().startsWith(PBES) || oid.getId().startsWith(PKCS12_PBE));
    }
}
