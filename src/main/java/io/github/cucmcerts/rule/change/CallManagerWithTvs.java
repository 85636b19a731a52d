package io.github.cucmcerts.rule.change;

import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.Optional;

/**
 * Document 217138, CallManager and TVS: the two must never change together. Otherwise, phones trust neither
 * certificate and need their ITL deleted by hand. Document 214231 limits this to some releases; document 225746 still
 * reports it for release 15.
 */
public final class CallManagerWithTvs extends SetRule {
    private static final int NAMED = 10;

    public CallManagerWithTvs() {
        super(RuleInfo.of(
                        "callmanager-with-tvs",
                        Topic.CHANGE,
                        Severity.ERROR,
                        "CallManager and TVS change in the same window")
                .message(
                        "TVS changes in the same window as {others}.[ {more} more upload sets for CallManager also change.] On phones that trust neither certificate, the ITL must be deleted by hand.")
                .rationale(
                        "A phone verifies its ITL with the certificate that signed it (CallManager up to release 11.5, ITLRecovery from 12.0 on), and asks TVS about certificates that it does not know. If CallManager and TVS change at once, phones can end up trusting neither, and their ITL must be deleted on each phone. This cannot be undone.")
                .causes("All certificates of the cluster are renewed at once.")
                .remedy(
                        "Upload {first} first, without TVS (parameter `purposes`: {purposes}). Wait until all phones have registered again. Change TVS in a separate window. The documents differ: "
                                + Document.CALL_MANAGER_AND_TVS + ".")
                .whyError(
                        "Phones no longer trust the cluster, and the ITL must be deleted on each phone. The guide forbids the change for this reason. No document says that CUCM rejects an upload.")
                .source(
                        Source.TECH_NOTE + "; " + Source.SELF_SIGNED + "; " + Source.RENEWAL,
                        "CallManager and TVS",
                        Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.purpose() == Purpose.TVS && set.isToBeUploaded();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        List<UploadSet> others = facts.uploads().sets().stream()
                .filter(other -> other.purpose().rsaSibling() == Purpose.CALL_MANAGER && other.isToBeUploaded())
                .toList();
        if (!others.isEmpty()) {
            int more = others.size() - NAMED;
            List<String> purposes = others.stream()
                    .map(other -> other.purpose().label())
                    .distinct()
                    .toList();
            findings.on(set.leaf().orElseThrow())
                    .with(
                            "others",
                            others.stream().limit(NAMED).map(UploadSet::id).toList())
                    .with("more", more > 0 ? Optional.of(Bounds.number(more)) : Optional.empty())
                    .with("first", purposes)
                    .with("purposes", String.join(",", purposes))
                    .report();
        }
    }
}
