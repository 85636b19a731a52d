package io.github.cucmcerts.rule;

import java.util.List;

/** What is found about the judgement itself, rather than about certificates. */
public final class EngineRules {
    public static final RuleInfo RULE_FAILED = RuleInfo.of(
                    "rule-failed", Topic.ENGINE, Severity.ERROR, "A part of the check failed")
            .message("{rule} could not be checked ({problem})")
            .rationale(
                    "What was not checked must not pass. A part is a rule or something that rules need: the upload sets, a"
                            + " trust store, or a set's certification path; or it is which findings follow from others. Everything that does not need this part was"
                            + " checked.")
            .causes("A defect of this plugin that these files bring to light")
            .remedy(
                    "Report the defect with this message and, if you may share them, the files. Check this part by hand until"
                            + " it is fixed")
            .whyError("What was not checked must not pass. The rule is the plugin's own: no document mentions it.")
            .source(Source.THIS_PLUGIN, "Rules", Source.Kind.ADVICE);

    /** What {@link #RULE_FAILED} calls what is not a rule. */
    static final String UPLOAD_SETS = "upload sets";

    /** The same. */
    static final String CONSEQUENCES = "which findings follow from others";

    public static final RuleInfo WAIVER_EXPIRED = RuleInfo.of(
                    "waiver-expired", Topic.ENGINE, Severity.WARNING, "A waiver past its date")
            .message("the waiver of {rule} for {what} ended on {until}, before the change window does ({reason})")
            .rationale("A finding is accepted until a date. After it the finding counts again.")
            .causes("The change that the waiver bridged was put off")
            .remedy("Mend what the waiver accepts; or, if it is still acceptable, give it a later date in {where}")
            .source(Source.THIS_PLUGIN, "Waivers", Source.Kind.ADVICE);

    public static final RuleInfo WAIVER_UNUSED = RuleInfo.of(
                    "waiver-unused", Topic.ENGINE, Severity.WARNING, "A waiver that waives nothing")
            .message("the waiver of {rule} for {what} fits no finding ({reason})")
            .rationale("A waiver that outlives its finding will one day hide another one.")
            .causes("What it accepted was mended", "Its path or SHA-256 is not that of the finding")
            .remedy("Remove the waiver from {where}, or correct its path or SHA-256")
            .source(Source.THIS_PLUGIN, "Waivers", Source.Kind.ADVICE);

    private EngineRules() {}

    static List<RuleInfo> all() {
        return List.of(RULE_FAILED, WAIVER_EXPIRED, WAIVER_UNUSED);
    }
}
