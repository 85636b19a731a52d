package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.rule.Context;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Locale;

/** A certificate without its CSR. */
public final class CsrMissing implements SetRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "csr-missing", Topic.CSR_MATCH, Severity.ERROR, "A certificate without its CSR")
            .message("no CSR for this certificate is in the directory")
            .cucm("File /usr/local/platform/.security/{purpose}/keys/{purpose}.csr does not exist")
            .rationale(
                    "CUCM takes a certificate only against the CSR of that purpose that the node holds. A new CSR replaces the old one.")
            .causes(
                    "The CSR was not downloaded from the node, or not put into the repository",
                    "The certificate belongs to another node or purpose")
            .remedy(
                    "Download the CSR that the node holds (Cisco Unified OS Administration > Security > Certificate Management) and put it beside the certificate; if there is none, generate one and have it signed")
            .source(Source.TECH_NOTE, "Troubleshoot", Source.Kind.REJECTION);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void judge(UploadSet set, Context context, Findings findings) {
        if (set.csr().isEmpty() && set.unanswered().isEmpty()) {
            set.leaf()
                    .ifPresent(leaf -> findings.on(leaf)
                            .with(
                                    "purpose",
                                    set.purpose() == Purpose.UNKNOWN
                                            ? "<purpose>"
                                            : set.purpose().label().toLowerCase(Locale.ROOT))
                            .report());
        }
    }
}
