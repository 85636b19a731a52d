package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.Set;

/**
 * Document 217138, key usages of each CSR type: the signed certificate must have the extended key usages of its CSR.
 * Field Notice FN74345 says what to do when public CAs no longer issue clientAuth.
 */
public final class ExtendedKeyUsageMissing extends SetRule {
    public ExtendedKeyUsageMissing() {
        super(RuleInfo.of(
                        "extended-key-usage-missing",
                        Topic.KEY_USAGE,
                        Severity.ERROR,
                        "The certificate lacks an extended key usage that the CSR requested")
                .message("The extended key usage of the certificate lacks {missing}, which CSR {csr} requested.")
                .rationale(
                        "CUCM uses its certificates both as a server and as a client, between nodes and with other systems. A peer that checks the usages rejects a certificate that lacks one.")
                .causes(
                        "The public CA no longer issues {clientAuth} under this root: browser root programs are phasing it out, and the CA follows them (field notice FN74345). Certificates of private CAs are not affected.",
                        "The CA used a template with its own extended key usages, such as one for web servers, and ignored the usages in the CSR.")
                .remedy(
                        "[For {clientAuth}, choose one of the three solutions in field notice FN74345: use a public CA that still issues both usages under an alternate root (IdenTrust Public Sector Root CA 1, DigiCert Assured ID Root G2), renew before the CA's cutoff date, or use a private CA. ]Have the CSR signed again with all of its extended key usages: {asked}.")
                .whyError(
                        "The field notice lists connections that need both usages, such as SIP trunks and connections between nodes. A peer that checks the usages rejects the certificate. No document says that CUCM rejects the upload.")
                .source(
                        Source.FIELD_NOTICE,
                        "Workaround; with document 217138, key usages of each CSR type",
                        Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return hasCsrAndLeaf(set);
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Csr csr = set.csr().orElseThrow();
        Certificate leaf = set.leaf().orElseThrow();
        Set<String> missing =
                Usages.lost(csr.extensions().extendedUsages(), leaf.extensions().extendedUsages());
        if (set.purpose().rsaSibling() == Purpose.TOMCAT) {
            missing.remove("ipsecEndSystem"); // not required (Administration Guide 12.5(1)SU3)
        }
        if (!missing.isEmpty()) {
            Findings.Draft draft = findings.on(leaf)
                    .with("missing", List.copyOf(missing))
                    .with("csr", csr.origin().file())
                    .with("asked", List.copyOf(csr.extensions().extendedUsages()));
            // if serverAuth is missing too, the end of clientAuth at public CAs is not the cause
            if (missing.contains("clientAuth")
                    && leaf.extensions().extendedUsages().contains("serverAuth")) {
                draft.with("clientAuth", "clientAuth");
            }
            draft.report();
        }
    }
}
