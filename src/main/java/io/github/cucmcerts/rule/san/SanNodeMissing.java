package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.EnumSet;
import java.util.Set;

/** Document 118731: a multi-server certificate must be generated again after a node is added, rebuilt, or renamed. */
public final class SanNodeMissing extends SetRule {
    private static final Set<Purpose> NAMED = EnumSet.of(
            Purpose.TOMCAT,
            Purpose.TOMCAT_ECDSA,
            Purpose.TVS,
            Purpose.CUP_XMPP,
            Purpose.CUP_XMPP_ECDSA,
            Purpose.CUP_XMPP_S2S,
            Purpose.CUP_XMPP_S2S_ECDSA);

    public SanNodeMissing() {
        super(RuleInfo.of("san-node-missing", Topic.SAN, Severity.ERROR, "The multi-server names lack a node")
                .message(
                        "[The multi-server CSR {csr} does not name {missing}.][The multi-server certificate {certificate} does not name {missing}.]")
                .rationale(
                        "A multi-server certificate serves the nodes in its subject alternative names. A node that is left out keeps its old certificate, or it serves a certificate that does not name it.")
                .causes("A node was added to the cluster, renamed, or rebuilt after the CSR was generated.")
                .remedy(
                        "Generate the multi-server CSR again on the publisher (cup-xmpp and cup-xmpp-s2s: on the IM and Presence publisher). Check that the CSR names every node that uses the purpose. Then have the CSR signed.")
                .whyError(
                        "A node that is left out can serve a certificate that does not name it. TLS clients that check the name refuse the connection. The document says only that a new certificate is required after a node is added.")
                .source(Source.MULTI_SERVER, "Regenerate after a node was added", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.multiServer()
                && NAMED.contains(set.purpose())
                && set.request().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        SanComparison.reportNodesLeftOut(set, facts, findings);
    }
}
