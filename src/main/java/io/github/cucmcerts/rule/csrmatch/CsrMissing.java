package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/**
 * Document 217138, Troubleshoot: CUCM accepts a certificate only if the node holds a CSR for that purpose. Otherwise
 * it reports that the CSR's file does not exist. The folder of that file is documented only for tomcat; document
 * 210541 shows other folders for CallManager and CAPF.
 */
public final class CsrMissing extends SetRule {
    /** What some versions show for tomcat instead of the CSR's file or the mismatch of the keys. */
    static final String TOMCAT_UPLOAD = "/usr/local/platform/upload/certs//tomcat.der";

    private static final String OS_ADMINISTRATION = "Cisco Unified OS Administration";
    private static final String PRESENCE_ADMINISTRATION = "Cisco Unified IM and Presence OS Administration";

    public CsrMissing() {
        super(RuleInfo.of("csr-missing", Topic.CSR_MATCH, Severity.ERROR, "The CSR of the certificate is missing")
                .message(
                        "The directory has no CSR of this node and purpose that matches the certificate.[ The certificate matches CSR {answers} of {set}.]")
                .cucm(
                        "File {csrFile} does not exist[, or in some versions: The file {uploadFile} could not be uploaded][ (documented for tomcat only; the folder of {purpose} differs)]")
                .rationale(
                        "CUCM accepts a certificate only if it matches the CSR that the node holds for that purpose. A new CSR replaces the old one. CUCM's message is documented only for tomcat: File /usr/local/platform/.security/tomcat/keys/tomcat.csr does not exist, or in some versions: The file /usr/local/platform/upload/certs//tomcat.der could not be uploaded. For another purpose, the message names that purpose's own .csr file, in another folder.")
                .causes(
                        "The certificate belongs to {set}, but its folder or its file name is that of another node or purpose.",
                        "The CSR was not downloaded from the node, or it was not added to the repository. Or the node already has this certificate: its CSR disappeared with the upload.")
                .remedy(
                        AnsweredCsr.MOVE_FIRST
                                + "[If you do not want to upload a certificate for {unplanned}, no other step is needed. Otherwise, continue. ]If the node already has this certificate ({application} > Security > Certificate Management > Find), do not upload it again: copy it to the folder of its node and purpose in deployed/. Otherwise, if the node holds no CSR for this purpose, generate one. Download the CSR ({application} > Security > Certificate Management > Download CSR), and put it next to the certificate. If the certificate does not match the CSR, have the CSR signed, and replace the certificate with the new one.")
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
            draft.with("csrFile", "…/<purpose>.csr").with("purpose", Message.of("reason.each-purpose", "each purpose"));
        } else {
            String purpose = set.purpose().label();
            draft.with("csrFile", "…/" + purpose + ".csr").with("purpose", purpose);
        }
        draft.with("application", isOnPresence(set, facts) ? PRESENCE_ADMINISTRATION : OS_ADMINISTRATION);
        if (facts.uploads().csrOf(leaf.key()).isPresent()) {
            draft.with("unplanned", set.id());
        }
        AnsweredCsr.name(leaf, facts, draft).report();
    }

    private static boolean isOnPresence(UploadSet set, Facts facts) {
        return set.purpose().runsOn() == Purpose.RunsOn.PRESENCE
                || facts.cluster().isPresence(set.ownNode());
    }
}
