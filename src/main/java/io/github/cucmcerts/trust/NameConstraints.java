package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.NameForm.Subtree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Extension;

/**
 * Checks the names of a path against the name constraints of the CAs above them (RFC 5280, sections 4.2.1.10 and 6.1).
 * The libraries validate the rest of the path without the constraints: each of them accepts names that RFC 5280
 * rejects, and rejects some that it accepts.
 */
final class NameConstraints {
    private static final int PERMITTED = 0;
    private static final int EXCLUDED = 1;
    private static final Subtrees NONE = new Subtrees();

    /** The constraints of one CA, by the form of the names. */
    private record Constraints(
            Certificate authority, Map<String, Subtrees> permitted, Map<String, Subtrees> excluded) {}

    private NameConstraints() {}

    /**
     * The first name, from the root down, that violates a constraint; empty if there is none.
     *
     * @param path the leaf first, the root last; the root's own constraints also count
     */
    static Optional<Rejection> rejection(List<Certificate> path) {
        List<Constraints> above = new ArrayList<>();
        for (int i = path.size() - 1; i >= 0; i--) {
            Certificate certificate = path.get(i);
            Optional<Rejection> rejection = Optional.empty();
            // Section 6.1.3 (b) and (c): a self-issued certificate is exempt, unless it is the last certificate.
            if (!above.isEmpty() && (i == 0 || !certificate.isSelfIssued())) {
                rejection = rejection(certificate, above);
            }
            if (rejection.isPresent()) {
                return rejection;
            }
            if (i > 0 && certificate.extensions().nameConstraints()) {
                try {
                    above.add(constraints(certificate));
                } catch (RuntimeException e) {
                    return Optional.of(Rejection.of(certificate, Fault.CONSTRAINTS_MALFORMED));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Rejection> rejection(Certificate certificate, List<Constraints> above) {
        List<PresentedName> names;
        try {
            names = PresentedName.of(certificate);
        } catch (RuntimeException e) {
            return Optional.of(Rejection.of(certificate, Fault.MALFORMED));
        }
        for (PresentedName name : names) {
            for (Constraints constraints : above) {
                Optional<Rejection> rejection = rejection(certificate, name, constraints);
                if (rejection.isPresent()) {
                    return rejection;
                }
            }
        }
        return Optional.empty();
    }

    /** Section 6.1.3 (b) and (c), for one name and the constraints of one CA. */
    private static Optional<Rejection> rejection(Certificate certificate, PresentedName name, Constraints constraints) {
        Subtrees permitted = constraints.permitted.getOrDefault(name.form(), NONE);
        Subtrees excluded = constraints.excluded.getOrDefault(name.form(), NONE);
        if (permitted.isEmpty() && excluded.isEmpty()) {
            return Optional.empty();
        }
        boolean isPermitted =
                permitted.isEmpty() || name.parts().flatMap(permitted::holding).isPresent();
        Optional<Message> incomparable =
                excluded.incomparable().or(() -> isPermitted ? Optional.empty() : permitted.incomparable());
        if (incomparable.isPresent()) {
            return Optional.of(Rejection.of(constraints.authority, Fault.CONSTRAINT_INCOMPARABLE)
                    .with("constraint", incomparable.get())
                    .with("name", name.text()));
        }
        if (name.parts().isEmpty()) {
            return Optional.of(broken(certificate, Fault.NAME_MALFORMED, name, constraints.authority));
        }
        if (!isPermitted) {
            return Optional.of(broken(certificate, Fault.NAME_NOT_PERMITTED, name, constraints.authority)
                    .with("permitted", permitted.texts()));
        }
        return name.parts()
                .flatMap(excluded::holding)
                .map(constraint -> broken(certificate, Fault.NAME_EXCLUDED, name, constraints.authority)
                        .with("excluded", constraint));
    }

    private static Rejection broken(Certificate certificate, Fault fault, PresentedName name, Certificate authority) {
        return Rejection.of(certificate, fault)
                .with("name", name.text())
                .with("authority", authority.subject().toString());
    }

    private static Constraints constraints(Certificate authority) {
        Constraints constraints = new Constraints(authority, new HashMap<>(), new HashMap<>());
        for (ASN1Encodable part : subtrees(authority)) {
            ASN1TaggedObject subtrees = ASN1TaggedObject.getInstance(part);
            if (subtrees.getTagNo() != PERMITTED && subtrees.getTagNo() != EXCLUDED) {
                throw new IllegalArgumentException();
            }
            var into = subtrees.getTagNo() == PERMITTED ? constraints.permitted : constraints.excluded;
            for (ASN1Encodable subtree : ASN1Sequence.getInstance(subtrees, false)) {
                ASN1Sequence fields = ASN1Sequence.getInstance(subtree);
                ASN1TaggedObject base = ASN1TaggedObject.getInstance(fields.getObjectAt(0));
                Subtrees sameForm = into.computeIfAbsent(PresentedName.form(base), form -> new Subtrees());
                if (isBounded(fields)) {
                    sameForm.add(
                            Message.of(
                                    "reason.constraint-bounded",
                                    "{constraint} with a minimum or a maximum",
                                    "constraint",
                                    NameForm.text(base)),
                            Optional.empty());
                } else {
                    sameForm.add(Message.value(NameForm.text(base)), subtree(base));
                }
            }
        }
        return constraints;
    }

    private static ASN1Sequence subtrees(Certificate authority) {
        return ASN1Sequence.getInstance(org.bouncycastle.asn1.x509.Certificate.getInstance(authority.encoded())
                .getTBSCertificate()
                .getExtensions()
                .getExtension(Extension.nameConstraints)
                .getParsedValue());
    }

    /**
     * Whether a GeneralSubtree has a minimum other than 0, or a maximum; section 4.2.1.10 says to process these, or to
     * reject.
     */
    private static boolean isBounded(ASN1Sequence subtree) {
        for (int i = 1; i < subtree.size(); i++) {
            ASN1TaggedObject bound = ASN1TaggedObject.getInstance(subtree.getObjectAt(i));
            boolean isMinimum = bound.getTagNo() == 0;
            if (!isMinimum || ASN1Integer.getInstance(bound, false).getValue().signum() != 0) {
                return true;
            }
        }
        return false;
    }

    /** Empty if the form has no comparison, or the base is not a valid name of that form. */
    private static Optional<Subtree> subtree(ASN1TaggedObject base) {
        try {
            return NameForm.of(base).map(form -> form.subtree(base));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The bytes of a certificate with extensions, without its name constraints. */
    static byte[] without(Certificate certificate) throws IOException {
        ASN1Sequence whole = ASN1Sequence.getInstance(certificate.encoded());
        ASN1Encodable[] body = ASN1Sequence.getInstance(whole.getObjectAt(0)).toArray();
        int last = body.length - 1;
        ASN1Sequence extensions = ASN1Sequence.getInstance(ASN1TaggedObject.getInstance(body[last]), true);
        List<ASN1Encodable> others = new ArrayList<>();
        for (ASN1Encodable extension : extensions) {
            if (!ASN1Sequence.getInstance(extension).getObjectAt(0).equals(Extension.nameConstraints)) {
                others.add(extension);
            }
        }
        body[last] = new DERTaggedObject(true, 3, sequence(others.toArray(ASN1Encodable[]::new)));
        return sequence(sequence(body), whole.getObjectAt(1), whole.getObjectAt(2))
                .getEncoded();
    }

    private static DERSequence sequence(ASN1Encodable... elements) {
        return new DERSequence(elements);
    }
}
