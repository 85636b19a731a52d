package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;

/** Administration Guide 12.5(1)SU3, upload encodings: PEM, DER, and PKCS#7. A keystore is none of them. */
public final class KeystorePresent extends DirectoryRule {
    public KeystorePresent() {
        super(RuleInfo.of("keystore-present", Topic.FILES, Severity.ERROR, "Keystore in the directory")
                .message("The file is a {type} keystore, which CUCM does not accept.")
                .rationale(
                        "CUCM accepts certificates as PEM, DER, or PKCS#7. Most keystores also contain a private key.")
                .causes("The certificate was created or converted on another system.")
                .remedy(
                        "Check whether the keystore contains a private key. Extract only the certificates from the keystore, and put them into the folder of their purpose. Then delete the keystore. If it contained a private key, also delete the keystore from the history of the repository, and treat the certificate of the key as compromised. If this key belongs to a CSR for CUCM, generate a new CSR on the node, and have it signed.")
                .whyError(
                        "The Administration Guide lists the encodings that CUCM accepts (PEM, DER, PKCS#7). A keystore is not one of them. No error message is documented for it.")
                .source(Source.ADMINISTRATION_GUIDE, "Upload encodings", Source.Kind.REQUIREMENT));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Remarks.of(Remark.Kind.KEYSTORE, facts.inventory())
                .forEach((file, detail) ->
                        findings.on(Remarks.origin(file)).with("type", detail).report());
    }
}
