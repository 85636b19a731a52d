package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.ValidationCost;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** Counts the extension entries that multiply the cost of path validation. */
final class ValidationCostDecoder {
    static final ValidationCost NONE = new ValidationCost(0, 1, 0, 1);

    private ValidationCostDecoder() {}

    static ValidationCost decode(Extensions extensions) {
        Extension policies = extensions.getExtension(Extension.certificatePolicies);
        Extension mappings = extensions.getExtension(Extension.policyMappings);
        if (policies == null && mappings == null) {
            return NONE;
        }
        return new ValidationCost(
                count(policies, ASN1Sequence::size),
                Math.max(1, count(policies, ValidationCostDecoder::mostOften)),
                count(mappings, ASN1Sequence::size),
                Math.max(1, count(mappings, ValidationCostDecoder::mostOften)));
    }

    /**
     * @param extension null if there is none
     */
    private static int count(Extension extension, ToIntFunction<ASN1Sequence> entries) {
        if (extension == null) {
            return 0;
        }
        try {
            return entries.applyAsInt(ASN1Sequence.getInstance(extension.getParsedValue()));
        } catch (RuntimeException e) {
            return extension.getExtnValue().getOctetsLength();
        }
    }

    /** The highest number of entries that begin with the same object identifier. */
    private static int mostOften(ASN1Sequence entries) {
        Map<ASN1Encodable, Integer> times = new HashMap<>();
        int most = 0;
        for (ASN1Encodable entry : entries) {
            ASN1Encodable first = ASN1ObjectIdentifier.getInstance(
                    ASN1Sequence.getInstance(entry).getObjectAt(0));
            most = Math.max(most, times.merge(first, 1, Integer::sum));
        }
        return most;
    }
}
