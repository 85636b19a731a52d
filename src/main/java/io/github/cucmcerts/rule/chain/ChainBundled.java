package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.inventory.Certificate;
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
 * A PKCS#7 chain in Base64 is documented as accepted: Administration Guides of 12.5(1)SU3, 14SU2 and 15, upload
 * encodings, and document 215534 for 11.5. Against them is one sentence of the Security Guides, which lists PEM and DER
 * only. Of binary PKCS#7 the documents contradict each other, and none mentions several certificates in one PEM file.
 */
public final class ChainBundled extends SetRule {
    public ChainBundled() {
        super(RuleInfo.of("chain-bundled", Topic.CHAIN, Severity.WARNING, "Several certificates in one file")
                .message("certificates in this file: {count}[, as {container}]")
                .rationale(
                        "The Administration Guides (12.5 to 15) and document 215534 (11.5) take a PKCS#7 chain in Base64, one sentence of the Security Guides takes PEM and DER only: so this is for information. No clear statement exists on binary PKCS#7, and none at all on several certificates in one PEM file: these are warnings.")
                .causes("The CA sent the chain as one file")
                .remedy(
                        "PKCS#7 in Base64 can stay as it is. Split any other file, and this one too if CUCM refuses it, into one file a certificate: openssl pkcs7 -print_certs for PKCS#7 (-inform DER where it is binary), a text editor for PEM")
                .source(
                        Source.ADMINISTRATION_GUIDE + "; " + Source.AD_CS,
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
            boolean binary = file.certificates().get(0).origin().line() == 0;
            boolean documented = isPkcs7(file) && !binary && isOneBlock(file.certificates());
            findings.on(file.certificates().get(0))
                    .severity(documented ? Severity.INFO : Severity.WARNING)
                    .with("count", Integer.toString(file.certificates().size()))
                    .with(
                            "container",
                            isPkcs7(file) ? List.of(binary ? "binary PKCS#7" : "PKCS#7 in Base64") : List.of())
                    .report();
        }
    }

    private static boolean isBundle(CertificateFile file) {
        return file.certificates().size() > 1 || isPkcs7(file);
    }

    private static boolean isPkcs7(CertificateFile file) {
        return file.certificates().get(0).origin().bundled();
    }

    private static boolean isOneBlock(List<Certificate> certificates) {
        long line = certificates.get(0).origin().line();
        return certificates.stream()
                .allMatch(certificate -> certificate.origin().line() == line);
    }
}
