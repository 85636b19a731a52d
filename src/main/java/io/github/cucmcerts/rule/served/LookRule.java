package io.github.cucmcerts.rule.served;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Sighting;
import io.github.cucmcerts.upload.UploadSet;

/** A rule about what a node serves at a port. */
abstract class LookRule extends SetRule {
    LookRule(RuleInfo info) {
        super(info);
    }

    @Override
    protected final boolean checksDeployed() {
        return true;
    }

    @Override
    protected final boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent() && set.purpose() != Purpose.UNKNOWN;
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (Sighting sighting : facts.sightings().of(set.id())) {
            check(sighting, set, facts, findings);
        }
    }

    abstract void check(Sighting sighting, UploadSet set, Facts facts, Findings findings);

    /** A finding on the leaf that the node should serve there. */
    static Findings.Draft on(Sighting sighting, UploadSet set, Findings findings) {
        return findings.on(set.leaf().orElseThrow())
                .with("node", sighting.look().node().value())
                .with("port", Integer.toString(sighting.look().port().number()));
    }
}
