package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Document 217138, Certificate Purpose, has the purposes' names. That a folder tells the purpose is the plugin's own rule. */
public final class PurposeMistyped extends DirectoryRule {
    private static final List<String> PURPOSES =
            Purpose.known().stream().map(Purpose::label).toList();

    public PurposeMistyped() {
        super(RuleInfo.of(
                        "purpose-mistyped",
                        Topic.FILES,
                        Severity.WARNING,
                        "A folder that is almost called like a purpose")
                .message("the folder {folder} is no Certificate Purpose; did you mean {purpose}?")
                .rationale(
                        "A folder that is no purpose's counts as a node or a site, and what lies in it has no purpose.")
                .causes("The name of the folder was mistyped")
                .remedy("Rename the folder to {purpose}; if it is meant as it is, accept the finding with a waiver")
                .source(Source.TECH_NOTE, "Certificate Purpose", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Map.Entry<String, String> folder :
                Mistyped.folders(facts.inventory()).entrySet()) {
            String name = folder.getValue();
            boolean isMeant = Purpose.named(name).isPresent()
                    || name.toLowerCase(Locale.ROOT).endsWith("-trust")
                    || Mistyped.isNode(name, facts.cluster());
            if (!isMeant) {
                Mistyped.meant(name, PURPOSES)
                        .ifPresent(purpose -> findings.on(Origin.whole(folder.getKey()))
                                .with("folder", name)
                                .with("purpose", purpose)
                                .report());
            }
        }
    }
}
