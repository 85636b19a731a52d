package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.cucm.CommonName;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Distribution;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;

/**
 * Document 217138: the signed certificate is uploaded on the node that generated the CSR. The node of the folder holds
 * another CSR, so CUCM rejects the certificate there.
 */
public final class NodeMismatch extends SetRule {
    public NodeMismatch() {
        super(RuleInfo.of("node-mismatch", Topic.CSR_MATCH, Severity.ERROR, "The CSR is in the folder of another node")
                .message(
                        "The CSR names {csrNode}, but it is in the folder of {folderNode}, which the CSR does not name.")
                .cucm("CSR public key and Certificate public key does not match")
                .rationale(
                        "Each node generates its own CSR, and CUCM accepts the certificate only on the node that holds the CSR.")
                .causes("The CSR and the certificate were put into the folder of another node.")
                .remedy(
                        "Move the CSR and its certificate to the folder of {csrNode}. If {folderNode} holds a CSR for this purpose, download it. If {folderNode} holds none, generate one. Put the CSR of {folderNode} into the folder of {folderNode}. If there is no certificate for this CSR yet, have the CSR signed.")
                .source(Source.TECH_NOTE, "One CSR per server and certificate type", Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return !set.multiServer()
                && set.csr().filter(set.slot().own()::contains).isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Csr csr = set.csr().orElseThrow();
        Optional<NodeName> folder = configured(set.nodeName(), facts);
        Optional<NodeName> other = folder.flatMap(node -> otherNode(csr, node, facts));
        if (other.isPresent()) {
            findings.on(csr)
                    .with("csrNode", other.get().value())
                    .with("folderNode", folder.get().value())
                    .report();
        }
    }

    /** The other configured node that both the common name and a SAN entry name, if no SAN entry names this node. */
    public static Optional<NodeName> otherNode(NamedKey object, NodeName node, Facts facts) {
        return object.subject()
                .commonName()
                .flatMap(name -> configured(new CommonName(name).node(), facts))
                .filter(named ->
                        !named.sameAs(node) && Distribution.names(object, named) && !Distribution.names(object, node));
    }

    private static Optional<NodeName> configured(NodeName name, Facts facts) {
        return facts.cluster().nodes().stream().filter(name::sameAs).findFirst();
    }
}
