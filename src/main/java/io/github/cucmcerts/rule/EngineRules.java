package io.github.cucmcerts.rule;

import io.github.cucmcerts.text.Message;
import java.util.List;

/** The rules about the check itself, rather than about certificates. */
public final class EngineRules {
    public static final RuleInfo RULE_FAILED = RuleInfo.of(
                    "rule-failed", Topic.ENGINE, Severity.ERROR, "Internal error in a part of the check")
            .message("Internal error: {rule} could not be checked ({problem}).")
            .rationale(
                    "What was not checked must not pass. A part is a rule, or something that the rules need: the upload sets, a"
                            + " trust store, or the certification path of an upload set. It can also be the step that decides which findings follow from others. Everything that does not need this part was"
                            + " checked.")
            .causes("These files reveal a defect of this plugin.")
            .remedy(
                    "Report the defect with this message and, if you can share them, the files. Until the defect is fixed, check this part by hand.")
            .whyError("What was not checked must not pass. The rule is the plugin's own: no document mentions it.")
            .source(Source.THIS_PLUGIN, "Rules", Source.Kind.ADVICE);

    /** The name of a part that is not a rule, in {@link #RULE_FAILED}. */
    static final Message UPLOAD_SETS = Message.of("reason.upload-sets", "upload sets");

    /** The name of another such part. */
    static final Message CONSEQUENCES = Message.of("reason.consequences", "which findings follow from others");

    public static final RuleInfo WAIVER_EXPIRED = RuleInfo.of(
                    "waiver-expired", Topic.ENGINE, Severity.WARNING, "The waiver has expired")
            .message(
                    "The waiver of {rule} for {what} (reason: {reason}) ended on {until}, before the end of the change window.")
            .rationale("A waiver accepts a finding until a date. After that date, the finding counts again.")
            .causes(
                    "The change was postponed after the waiver was written, or the finding was fixed and the waiver was not removed.")
            .remedy(
                    "If the finding no longer exists, remove the waiver from {where}. If it exists and is still acceptable, set a later date in {where}. Otherwise, fix the finding, and remove the waiver.")
            .source(Source.THIS_PLUGIN, "Waivers", Source.Kind.ADVICE);

    public static final RuleInfo WAIVER_UNUSED = RuleInfo.of(
                    "waiver-unused", Topic.ENGINE, Severity.WARNING, "The waiver matches no finding")
            .message("The waiver of {rule} for {what} (reason: {reason}) matches no finding.")
            .rationale("A waiver that outlives its finding can hide another finding later.")
            .causes(
                    "The accepted finding was fixed.",
                    "The path or SHA-256 of the waiver differs from the path or SHA-256 of the finding.")
            .remedy(
                    "If the finding was fixed, remove the waiver from {where}. Otherwise, correct the path or SHA-256 of the waiver.")
            .source(Source.THIS_PLUGIN, "Waivers", Source.Kind.ADVICE);

    private EngineRules() {}

    static List<RuleInfo> all() {
        return List.of(RULE_FAILED, WAIVER_EXPIRED, WAIVER_UNUSED);
    }
}
