package io.github.cucmcerts.inventory;

import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * How many entries a certificate has of what the validation of a path multiplies. Where an extension can't be decoded, it is as
 * many as it has bytes.
 *
 * @param constraints name constraints, permitted and excluded (RFC 5280, section 4.2.1.10)
 * @param policies certificate policies (section 4.2.1.4)
 * @param mappings policy mappings (section 4.2.1.5)
 * @param fanOut to how many policies the most mapped one is mapped; 1 at least
 */
public record Demands(int constraints, int policies, int mappings, int fanOut) {
    static final Demands NONE = new Demands(0, 0, 0, 1);

    static Demands of(Extensions extensions) {
        int constraints = count(extensions, Extension.nameConstraints, Demands::entries);
        int policies = count(extensions, Extension.certificatePolicies, ASN1Sequence::size);
        int mappings = count(extensions, Extension.policyMappings, ASN1Sequence::size);
        return constraints + policies + mappings == 0
                ? NONE
                : new Demands(
                        constraints,
                        policies,
                        mappings,
                        Math.max(1, count(extensions, Extension.policyMappings, Demands::fanOut)));
    }

    private static int count(Extensions extensions, ASN1ObjectIdentifier oid, ToIntFunction<ASN1Sequence> entries) {
        Extension extension = extensions.getExtension(oid);
        if (extension == null) {
            return 0;
        }
        try {
            return entries.applyAsInt(ASN1Sequence.getInstance(extension.getParsedValue()));
        } catch (RuntimeException e) {
            return extension.getExtnValue().getOctetsLength();
        }
    }

    private static int entries(ASN1Sequence constraints) {
        int entries = 0;
        for (ASN1Encodable subtrees : constraints) {
            entries +=
                    ASN1Sequence.getInstance((ASN1TaggedObject) subtrees, false).size();
        }
        return entries;
    }

    private static int fanOut(ASN1Sequence mappings) {
        Map<ASN1Encodable, Long> targets = StreamSupport.stream(mappings.spliterator(), false)
                .map(mapping -> ASN1Sequence.getInstance(mapping).getObjectAt(0))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return targets.values().stream().mapToInt(Long::intValue).max().orElse(1);
    }
}
