package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.CertificateFile;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;

/**
 * Administration Guide 12.5(1)SU3, upload encodings: CUCM takes a PKCS#7 chain; the Security Guide 14 lists PEM and
 * DER only. No document mentions several certificates in one PEM file.
 */
public final class ChainBundled extends SetRule {
    public ChainBundled() {
        super(RuleInfo.of("chain-bundled", Topic.CHAIN, Severity.WARNING, "Several certificates in one file")
                .message("certificates in this file: {count}[, as {container}]")
                .rationale(
                        "The Administration Guide takes a PKCS#7 chain, the Security Guide PEM and DER alone; of several certificates in a PEM file no guide speaks.")
                .causes("The CA sent the chain as one file")
                .remedy(
                        "Split it into one file a certificate: openssl pkcs7 -print_certs for PKCS#7 (-inform DER where it is binary), a text editor for PEM")
                .source(
                        Source.ADMINISTRATION_GUIDE,
                        "Upload encodings; against Security Guide 14, Certificates",
                        Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return true;
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (CertificateFile file : CertificateFiles.of(set, facts, ChainBundled::isBundle)) {
            findings.on(file.certificates().get(0))
                    .with("count", Integer.toString(file.certificates().size()))
                    .with("container", isPkcs7(file) ? List.of("PKCS#7") : List.of())
                    .report();
        }
    }

    private static boolean isBundle(CertificateFile file) {
        return file.certificates().size() > 1 || isPkcs7(file);
    }

    private static boolean isPkcs7(CertificateFile file) {
        return file.certificates().get(0).origin().bundled();
    }
}
