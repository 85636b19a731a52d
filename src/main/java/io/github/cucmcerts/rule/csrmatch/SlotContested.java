package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Document 217138: a node holds one CSR per purpose, and the upload uses it up. CUCM therefore accepts either a multi-
 * server certificate or a certificate of a node that it serves, not both.
 */
public final class SlotContested extends SetRule {
    public SlotContested() {
        super(RuleInfo.of(
                        "slot-contested",
                        Topic.CSR_MATCH,
                        Severity.ERROR,
                        "Two certificates for the same node and purpose")
                .message("Other upload sets have a certificate for the same node and purpose: {others}.")
                .cucm("CSR public key and Certificate public key does not match")
                .rationale(
                        "A node holds one CSR per purpose. A multi-server CSR replaces the CSR of each node that it serves, and after the first upload no CSR is left for the second.")
                .causes(
                        "A single-server CSR was generated in addition to the multi-server CSR, or the cluster is changing from single-server to multi-server certificates, or back.")
                .remedy(
                        "On each node of the multi-server certificate, run `show csr list own`. Then run `show csr own` with the name that this list shows for {purpose}, for example `show csr own tomcat/tomcat.csr`. Decide for all these nodes: either one multi-server certificate, or one certificate and one CSR for each node. If the nodes hold the CSRs of your choice, keep these CSRs and their certificates. Otherwise, generate these CSRs again, and have them signed. Move all other CSRs of {purpose}, and their leaf certificates, to a folder named archive. Leave the CA certificates where they are.")
                .source(Source.TECH_NOTE, "One CSR per server and certificate type", Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Stream<UploadSet> rivals = set.multiServer()
                ? set.served().stream()
                        .flatMap(node -> facts.singleServerSets(set.purpose(), node).stream())
                        .filter(other -> contest(set, other))
                : facts.multiServerSets(set.purpose(), set.ownNode()).stream().filter(other -> contest(other, set));
        List<String> others = rivals.map(UploadSet::id).distinct().sorted().toList();
        if (!others.isEmpty()) {
            findings.on(set.leaf().orElseThrow())
                    .with("others", others)
                    .with("purpose", set.purpose().label())
                    .report();
        }
    }

    private static boolean contest(UploadSet multi, UploadSet single) {
        return multi.includes(single)
                && multi.isToBeUploaded()
                && single.isToBeUploaded()
                && !multi.leaf().equals(single.leaf());
    }
}
