package io.github.cucmcerts.inventory;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * How many entries a certificate has of what the validation of a path multiplies. Where an extension can't be decoded, it is as
 * many as it has bytes.
 *
 * @param constraints name constraints, permitted and excluded (RFC 5280, section 4.2.1.10)
 * @param excluded those of them that exclude names
 * @param addresses those of them that are of IP addresses
 * @param policies certificate policies (section 4.2.1.4)
 * @param repeated how often the policy is told that is told most often; 1 at least
 * @param mappings policy mappings (section 4.2.1.5)
 * @param fanOut to how many policies the one is mapped that is mapped to most; 1 at least
 */
public record ValidationCost(
        int constraints, int excluded, int addresses, int policies, int repeated, int mappings, int fanOut) {
    private static final int PERMITTED = 0;
    private static final int EXCLUDED = 1;
    static final ValidationCost NONE = new ValidationCost(0, 0, 0, 0, 1, 0, 1);

    static ValidationCost of(Extensions extensions) {
        return new ValidationCost(
                count(
                        extensions,
                        Extension.nameConstraints,
                        any -> subtrees(any, PERMITTED, EXCLUDED).count()),
                count(
                        extensions,
                        Extension.nameConstraints,
                        any -> subtrees(any, EXCLUDED).count()),
                count(
                        extensions,
                        Extension.nameConstraints,
                        any -> subtrees(any, PERMITTED, EXCLUDED)
                                .filter(ValidationCost::isAddress)
                                .count()),
                count(extensions, Extension.certificatePolicies, ASN1Sequence::size),
                Math.max(1, count(extensions, Extension.certificatePolicies, ValidationCost::mostOften)),
                count(extensions, Extension.policyMappings, ASN1Sequence::size),
                Math.max(1, count(extensions, Extension.policyMappings, ValidationCost::mostOften)));
    }

    private static int count(Extensions extensions, ASN1ObjectIdentifier oid, ToLongFunction<ASN1Sequence> entries) {
        Extension extension = extensions.getExtension(oid);
        if (extension == null) {
            return 0;
        }
        try {
            return (int) entries.applyAsLong(ASN1Sequence.getInstance(extension.getParsedValue()));
        } catch (RuntimeException e) {
            return extension.getExtnValue().getOctetsLength();
        }
    }

    private static Stream<ASN1Encodable> subtrees(ASN1Sequence constraints, Integer... kinds) {
        return elements(constraints)
                .map(ASN1TaggedObject::getInstance)
                .filter(subtrees -> List.of(kinds).contains(subtrees.getTagNo()))
                .flatMap(subtrees -> elements(ASN1Sequence.getInstance(subtrees, false)));
    }

    private static boolean isAddress(ASN1Encodable subtree) {
        ASN1Encodable base = ASN1Sequence.getInstance(subtree).getObjectAt(0);
        return ASN1TaggedObject.getInstance(base).getTagNo() == GeneralName.iPAddress;
    }

    /** How often the same object identifier comes first in the entries. */
    private static long mostOften(ASN1Sequence entries) {
        Map<String, Long> byFirst = elements(entries)
                .map(entry -> ASN1ObjectIdentifier.getInstance(
                                ASN1Sequence.getInstance(entry).getObjectAt(0))
                        .getId())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return byFirst.values().stream().mapToLong(times -> times).max().orElse(1);
    }

    private static Stream<ASN1Encodable> elements(ASN1Sequence sequence) {
        return StreamSupport.stream(sequence.spliterator(), false);
    }
}
