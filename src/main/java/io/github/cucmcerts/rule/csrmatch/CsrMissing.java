package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/**
 * Document 217138, Troubleshoot: CUCM takes a certificate only where the node holds a CSR of that purpose; else it
 * reports that the CSR's file does not exist. The file's folder is documented for tomcat only; document 210541 shows
 * others for CallManager and CAPF.
 */
public final class CsrMissing extends SetRule {
    /** What some versions name for tomcat in place of the CSR's file, or of the keys that differ. */
    static final String TOMCAT_UPLOAD = "/usr/local/platform/upload/certs//tomcat.der";

    public CsrMissing() {
        super(RuleInfo.of("csr-missing", Topic.CSR_MATCH, Severity.ERROR, "A certificate without its CSR")
                .message(
                        "no CSR of this node and purpose in the directory belongs to the certificate[; it answers the CSR {answers} of {set}]")
                .cucm(
                        "File {csrFile} does not exist[, or in some versions: The file {uploadFile} could not be uploaded][ (documented for tomcat only; the folder of {purpose} differs)]")
                .rationale(
                        "CUCM takes a certificate only against the CSR of that purpose that the node holds. A new CSR replaces the old one. CUCM's message is documented for tomcat only: File /usr/local/platform/.security/tomcat/keys/tomcat.csr does not exist, or in some versions: The file /usr/local/platform/upload/certs//tomcat.der could not be uploaded. For another purpose it names that purpose's own .csr file, in another folder.")
                .causes(
                        "The certificate was filed under the wrong node or purpose: it belongs to {set}",
                        "The CSR was not downloaded from the node, or not put into the repository")
                .remedy(
                        "[Move the certificate to the folder of {set}. ]For this node and purpose, download the CSR that the node holds (Cisco Unified OS Administration > Security > Certificate Management) and put it beside the certificate that answers it; if the node holds none, generate one and have it signed")
                .source(Source.TECH_NOTE, "Troubleshoot", Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        if (!set.csrs().isEmpty()) {
            return;
        }
        Certificate leaf = set.leaf().orElseThrow();
        Findings.Draft draft = findings.on(leaf);
        if (set.purpose() == Purpose.TOMCAT) {
            draft.with("csrFile", "/usr/local/platform/.security/tomcat/keys/tomcat.csr")
                    .with("uploadFile", TOMCAT_UPLOAD);
        } else if (set.purpose() == Purpose.UNKNOWN) {
            draft.with("csrFile", "…/<purpose>.csr").with("purpose", "each purpose");
        } else {
            String purpose = set.purpose().label();
            draft.with("csrFile", "…/" + purpose + ".csr").with("purpose", purpose);
        }
        AnsweredCsr.name(facts.uploads().csrOf(leaf.key()), draft).report();
    }
}
