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
 * Document 217138, key usages of each CSR type: the signed certificate must have those of its CSR. Field Notice
 * FN74345 tells what to do where public CAs end clientAuth.
 */
public final class ExtendedKeyUsageMissing extends SetRule {
    public ExtendedKeyUsageMissing() {
        super(RuleInfo.of(
                        "extended-key-usage-missing",
                        Topic.KEY_USAGE,
                        Severity.ERROR,
                        "An extended key usage that the CSR asks for is lost")
                .message("the certificate lacks the extended key usage {missing}, which the CSR {csr} asks for")
                .rationale(
                        "CUCM's certificates serve as server and as client, between nodes and towards others: a peer refuses one that lacks the usage.")
                .causes(
                        "Public CAs no longer issue {clientAuth}: browsers' root programs end it, and the CA follows (field notice FN74345). Certificates of private CAs are not affected",
                        "The CA used a template with extended key usages of its own, such as one for web servers, and ignored those of the CSR")
                .remedy(
                        "[For {clientAuth} the field notice gives three ways out: a public CA that still issues both usages under an alternate root (IdenTrust Public Sector Root CA 1, DigiCert Assured ID Root G2); renewal before the CA's date; or a private CA. ]Have the CSR signed again with all of its extended key usages: {asked}")
                .whyError(
                        "The field notice lists connections that need both usages, such as SIP trunks and those between nodes: a peer that checks them refuses the certificate. That CUCM refuses the upload is not documented.")
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
            missing.remove("ipsecEndSystem"); // documented as not required (Administration Guide 12.5(1)SU3)
        }
        if (!missing.isEmpty()) {
            Findings.Draft draft = findings.on(leaf)
                    .with("missing", List.copyOf(missing))
                    .with("csr", csr.origin().file())
                    .with("asked", List.copyOf(csr.extensions().extendedUsages()));
            // who loses serverAuth, too, has another problem than the public CAs' end of clientAuth
            if (missing.contains("clientAuth")
                    && leaf.extensions().extendedUsages().contains("serverAuth")) {
                draft.with("clientAuth", "clientAuth");
            }
            draft.report();
        }
    }
}
