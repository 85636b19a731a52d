package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;

/** Administration Guide 12.5(1)SU3, upload encodings: PEM, DER and PKCS#7. A keystore is none of them. */
public final class KeystorePresent extends DirectoryRule {
    public KeystorePresent() {
        super(RuleInfo.of("keystore-present", Topic.FILES, Severity.ERROR, "A keystore in the directory")
                .message("the file is a {type} keystore, which CUCM does not take")
                .rationale("CUCM takes certificates as PEM or DER; a keystore mostly holds a private key besides.")
                .causes("The certificate was made or converted on another system")
                .remedy(
                        "Delete it, also from the history of the repository if it holds a key, and put the certificates alone here")
                .whyError(
                        "The Administration Guide lists the encodings that CUCM takes (PEM, DER, PKCS#7), and a keystore is none of them. An error message for it is not documented.")
                .source(Source.ADMINISTRATION_GUIDE, "Upload encodings", Source.Kind.REQUIREMENT));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Remarks.of(Remark.Kind.KEYSTORE, facts.inventory())
                .forEach((file, detail) ->
                        findings.on(Remarks.origin(file)).with("type", detail).report());
    }
}
