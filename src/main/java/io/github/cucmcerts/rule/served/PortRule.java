package io.github.cucmcerts.rule.served;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.PortCheck;
import io.github.cucmcerts.upload.UploadSet;

/** A rule about what a node serves at a port. */
abstract class PortRule extends SetRule {
    PortRule(RuleInfo info) {
        super(info);
    }

    @Override
    protected final boolean checksDeployed() {
        return true;
    }

    @Override
    protected final boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent() && set.purpose() != Purpose.UNKNOWN; // the summary names the others
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (PortCheck portCheck : facts.portChecks().of(set.id())) {
            check(portCheck, set, facts, findings);
        }
    }

    abstract void check(PortCheck portCheck, UploadSet set, Facts facts, Findings findings);

    /** The administration pages of a node that needs the certificate of the set. */
    static String osAdministration(UploadSet set, NodeName node, Facts facts) {
        return set.purpose().runsOn() == Purpose.RunsOn.PRESENCE
                        || facts.cluster().isPresence(node)
                ? "Cisco Unified IM and Presence OS Administration"
                : "Cisco Unified OS Administration";
    }

    /** A finding on the leaf that the node should serve there. */
    static Findings.Draft on(PortCheck portCheck, UploadSet set, Findings findings) {
        return findings.on(set.leaf().orElseThrow())
                .with("node", portCheck.endpoint().node().value())
                .with("port", Integer.toString(portCheck.endpoint().port().number()));
    }
}
