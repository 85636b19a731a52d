package io.github.cucmcerts.request;

import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;
import java.util.Set;

/** What must change so that a finding on an upload set goes away: this decides who can fix it. */
enum AtFault {
    /** The node must generate another CSR first. */
    CSR,
    /** The CA must issue the certificate again. */
    CERTIFICATE,
    /** The CA must send another CA certificate. */
    CA_CERTIFICATE,
    /** The directory, a trust store, or the plan of the change window: nothing that a CA can fix. */
    OTHER;

    private static final Set<String> ON_CSR =
            Set.of("csr-not-unique", "csr-superseded", "csr-signature-invalid", "node-mismatch");
    private static final Set<String> ON_CERTIFICATE =
            Set.of("csr-public-key-mismatch", "csr-subject-mismatch", "leaf-self-signed", "leaf-is-ca", "path-invalid");
    /** Even on a certificate, these are about a key, and the key comes from the CSR. */
    private static final Set<String> ON_KEY = Set.of("key-size", "key-shared");

    static AtFault of(Finding finding, UploadSet set) {
        String rule = finding.rule().id();
        if (ON_CSR.contains(rule) || isOn(finding, set.csr())) {
            return CSR;
        }
        if (ON_CERTIFICATE.contains(rule)) {
            return CERTIFICATE;
        }
        return switch (rule) {
            case "issuer-signature-invalid" ->
                finding.evidence().containsKey("algorithm") ? CERTIFICATE : CA_CERTIFICATE;
            // otherwise the missing certificate is elsewhere in the directory
            case "ca-not-in-trust-store" ->
                finding.evidence().containsKey("unknown") || finding.evidence().containsKey("top")
                        ? CA_CERTIFICATE
                        : OTHER;
            case "trust-certificate-expired" -> CA_CERTIFICATE;
            case "capf-constraints" -> finding.evidence().containsKey("notAsking") ? CSR : CERTIFICATE;
            default -> byTopic(finding, set);
        };
    }

    private static AtFault byTopic(Finding finding, UploadSet set) {
        return switch (finding.rule().topic()) {
            case SAN, VALIDITY, KEY_USAGE -> {
                if (ON_KEY.contains(finding.rule().id())) {
                    yield OTHER;
                }
                yield isOn(finding, set.leaf()) ? CERTIFICATE : CA_CERTIFICATE;
            }
            default -> OTHER;
        };
    }

    private static boolean isOn(Finding finding, Optional<? extends NamedKey> object) {
        return object.filter(it -> it.origin().equals(finding.origin())).isPresent();
    }
}
