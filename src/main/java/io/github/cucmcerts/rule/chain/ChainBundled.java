package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.CertificateFile;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.Optional;

/**
 * A Base64 PKCS#7 chain is documented as accepted: Administration Guides of 12.5(1)SU3, 14SU2, and 15, upload
 * encodings, and document 215534 for 11.5. One sentence of the Security Guides contradicts this and lists only PEM and
 * DER. For binary PKCS#7, the documents contradict each other. No document mentions several certificates in one PEM
 * file.
 */
public final class ChainBundled extends SetRule {
    public ChainBundled() {
        super(RuleInfo.of("chain-bundled", Topic.CHAIN, Severity.WARNING, "Several certificates are in one file")
                .message("The file is a certificate bundle (number of certificates: {count}[, format: {container}]).")
                .rationale(
                        "The Administration Guides (12.5 to 15) and document 215534 (11.5) accept a PKCS#7 chain in Base64, but one sentence of the Security Guides accepts only PEM and DER. A PKCS#7 chain in Base64 is therefore a notice. The documents contradict each other on binary PKCS#7, and no document mentions several certificates in one PEM file. These cases are warnings.")
                .causes("The CA sent the chain as one file.")
                .remedy(
                        "If you use the goal plan, upload the single PEM files that it writes into uploads/, not this bundle.[ Otherwise, upload {base64File} as it is. If CUCM rejects it, split it: run `openssl pkcs7 -print_certs -in FILE -out certificates.pem`, and copy each certificate to its own file with a text editor.][ Otherwise, split {binaryFile}: run `openssl pkcs7 -print_certs -inform DER -in FILE -out certificates.pem`, and copy each certificate to its own file with a text editor.][ Otherwise, split {mixedFile}: copy each block to its own file, convert each PKCS#7 block with `openssl pkcs7 -print_certs -in FILE -out certificates.pem`, and copy each certificate to its own file with a text editor.][ Otherwise, copy each certificate of {pemFile} to its own file with a text editor.] To remove the finding, replace the bundle with the single files.")
                .source(
                        Source.ADMINISTRATION_GUIDE + "; " + Source.AD_CS,
                        "Upload encodings; contradicted by Security Guide 14, Certificates",
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
            Optional<String> pkcs7 = Optional.of(file.path()).filter(any -> isPkcs7(file));
            Message container = binary
                    ? Message.of("reason.pkcs7-binary", "binary PKCS#7")
                    : Message.of("reason.pkcs7-base64", "PKCS#7 in Base64");
            findings.on(file.certificates().get(0))
                    .severity(documented ? Severity.INFO : Severity.WARNING)
                    .with("count", Integer.toString(file.certificates().size()))
                    .withProse("container", isPkcs7(file) ? List.of(container) : List.of())
                    .with("binaryFile", pkcs7.filter(any -> binary))
                    .with("base64File", pkcs7.filter(any -> documented))
                    .with("pemFile", isPkcs7(file) ? Optional.empty() : Optional.of(file.path()))
                    .with("mixedFile", pkcs7.filter(any -> !binary && !documented))
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
