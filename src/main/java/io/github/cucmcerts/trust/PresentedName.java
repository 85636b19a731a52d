package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.SanEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.TBSCertificate;

/**
 * A name in a certificate that name constraints may restrict.
 *
 * @param form the form of the name; constraints restrict only names of their own form
 * @param parts empty if it is not a valid name of its form, or if RFC 5280 does not define a comparison for the form
 */
record PresentedName(String form, Optional<List<String>> parts, String text) {
    /** A mailbox whose local part is not ASCII (RFC 9598). */
    private static final String SMTP_UTF8_MAILBOX = "otherName 1.3.6.1.5.5.7.8.9";

    /**
     * The subject and the subject alternative names (RFC 5280, section 6.1.3 (b) and (c)).
     *
     * @throws RuntimeException if they cannot be read at all
     */
    static List<PresentedName> of(Certificate certificate) {
        List<PresentedName> names = new ArrayList<>();
        TBSCertificate content = org.bouncycastle.asn1.x509.Certificate.getInstance(certificate.encoded())
                .getTBSCertificate();
        X500Name subject = content.getSubject();
        if (subject.size() > 0) {
            String text = NameForm.DIRECTORY.label() + ":" + certificate.subject();
            names.add(new PresentedName(NameForm.DIRECTORY.label(), readable(() -> NameForm.rdns(subject)), text));
        }
        Extension extension = content.getExtensions() == null
                ? null
                : content.getExtensions().getExtension(Extension.subjectAlternativeName);
        if (extension == null) {
            names.addAll(emailAddresses(subject));
            return names;
        }
        List<SanEntry> entries = certificate.extensions().san();
        int i = 0;
        for (ASN1Encodable element : ASN1Sequence.getInstance(extension.getParsedValue())) {
            names.addAll(alternative(
                    ASN1TaggedObject.getInstance(element), entries.get(i++).toString()));
        }
        return names;
    }

    /** Section 4.2.1.10: without a subject alternative name, the subject's addresses count as mailboxes. */
    private static List<PresentedName> emailAddresses(X500Name subject) {
        List<PresentedName> names = new ArrayList<>();
        for (RDN rdn : subject.getRDNs(PKCSObjectIdentifiers.pkcs_9_at_emailAddress)) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                if (attribute.getType().equals(PKCSObjectIdentifiers.pkcs_9_at_emailAddress)) {
                    names.add(mailbox(attribute.getValue()));
                }
            }
        }
        return names;
    }

    private static PresentedName mailbox(ASN1Encodable value) {
        String text = value instanceof ASN1String string ? string.getString() : "";
        String label = NameForm.EMAIL.label();
        return new PresentedName(label, readable(() -> NameForm.mailbox(text)), label + ":" + text);
    }

    /**
     * A subject alternative name. A mailbox in UTF-8 counts both as its own type and as a mailbox (RFC 9598, section
     * 6).
     */
    private static List<PresentedName> alternative(ASN1TaggedObject name, String text) {
        String form = form(name);
        Optional<List<String>> parts = NameForm.of(name).flatMap(known -> readable(() -> known.parts(name)));
        PresentedName presented = new PresentedName(form, parts, text);
        return form.equals(SMTP_UTF8_MAILBOX) ? List.of(presented, mailbox(otherName(name))) : List.of(presented);
    }

    /** The value of an otherName; null if it has none. */
    private static ASN1Encodable otherName(ASN1TaggedObject name) {
        try {
            ASN1Sequence fields = ASN1Sequence.getInstance(name, false);
            return ASN1UTF8String.getInstance((ASN1TaggedObject) fields.getObjectAt(1), true);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static Optional<List<String>> readable(Supplier<List<String>> parts) {
        try {
            return Optional.of(parts.get());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The form of a GeneralName; an otherName's form includes its type. */
    static String form(ASN1TaggedObject name) {
        Optional<NameForm> known = NameForm.of(name);
        if (known.isPresent()) {
            return known.get().label();
        }
        return switch (name.getTagNo()) {
            case 0 -> "otherName " + ASN1Sequence.getInstance(name, false).getObjectAt(0);
            case 3 -> "x400Address";
            case 5 -> "ediPartyName";
            case 8 -> "RID";
            default -> throw new IllegalArgumentException("A GeneralName has no tag " + name.getTagNo());
        };
    }
}
