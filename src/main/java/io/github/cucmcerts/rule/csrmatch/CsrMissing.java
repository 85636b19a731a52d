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
import java.util.Locale;

/**
 * Document 217138, Troubleshoot: CUCM takes a certificate only where the node holds a CSR of that purpose; else it
 * reports that the CSR's file does not exist.
 */
public final class CsrMissing extends SetRule {
    public CsrMissing() {
        super(RuleInfo.of("csr-missing", Topic.CSR_MATCH, Severity.ERROR, "A certificate without its CSR")
                .message(
                        "no CSR of this node and purpose in the directory belongs to the certificate[; it answers the CSR {answers} of {set}]")
                .cucm("File /usr/local/platform/.security/{purpose}/keys/{purpose}.csr does not exist")
                .rationale(
                        "CUCM takes a certificate only against the CSR of that purpose that the node holds. A new CSR replaces the old one.")
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
        String purpose = set.purpose() == Purpose.UNKNOWN
                ? "<purpose>"
                : set.purpose().label().toLowerCase(Locale.ROOT);
        Findings.Draft draft = findings.on(leaf).with("purpose", purpose);
        AnsweredCsr.name(facts.uploads().csrOf(leaf.key()), draft).report();
    }
}
