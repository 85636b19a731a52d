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
 * Document 217138, CallManager and TVS: the two never change together, for phones then trust neither, and their ITL
 * has to be deleted by hand. Document 214231 limits this to some releases; document 225746 still reports it for
 * release 15.
 */
public final class CallManagerWithTvs extends SetRule {
    private static final int NAMED = 10;

    public CallManagerWithTvs() {
        super(RuleInfo.of(
                        "callmanager-with-tvs",
                        Topic.CHANGE,
                        Severity.ERROR,
                        "CallManager and TVS in one change window")
                .message(
                        "TVS is to be changed in the same window as {others}[ and {more} more]: phones that trust neither any more have to be reset by hand")
                .rationale(
                        "A phone checks its ITL by the CallManager certificate and asks TVS about what it does not know. Where both change at once its ITL no longer matches and has to be deleted on the phone itself; that cannot be undone.")
                .causes("All certificates of the cluster are to be renewed in one go")
                .remedy(
                        "Upload {first} first, without TVS (parameter purposes: {first}), wait until all phones have registered again, and change TVS in a window of its own. The documents differ: "
                                + Document.CALL_MANAGER_AND_TVS)
                .whyError(
                        "Phones no longer trust the cluster, and their ITL has to be deleted on each of them: the guide forbids the change for this reason. That CUCM refuses an upload is not documented.")
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
            findings.on(set.leaf().orElseThrow())
                    .with(
                            "others",
                            others.stream().limit(NAMED).map(UploadSet::id).toList())
                    .with("more", more > 0 ? Optional.of(Bounds.number(more)) : Optional.empty())
                    .with(
                            "first",
                            others.stream()
                                    .map(other -> other.purpose().label())
                                    .distinct()
                                    .toList())
                    .report();
        }
    }
}
