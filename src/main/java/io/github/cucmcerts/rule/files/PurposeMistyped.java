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

/**
 * Document 217138, Certificate Purpose, names the purposes. That a folder names the purpose is the plugin's own rule.
 */
public final class PurposeMistyped extends DirectoryRule {
    private static final List<String> PURPOSES =
            Purpose.known().stream().map(Purpose::label).toList();

    public PurposeMistyped() {
        super(RuleInfo.of("purpose-mistyped", Topic.FILES, Severity.WARNING, "Folder name resembles a purpose")
                .message("Folder {folder} is not a Certificate Purpose. Did you mean {purpose}?")
                .rationale(
                        "A folder that does not name a purpose counts as a node or a site, so the files in it have no purpose.")
                .causes("The folder name was mistyped.")
                .remedy(
                        "If the folder name is wrong, rename the folder to {purpose}. If it is correct, accept the finding with a waiver.")
                .source(Source.TECH_NOTE, "Certificate Purpose", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Map.Entry<String, String> folder :
                Mistyped.folders(facts.inventory()).entrySet()) {
            String name = folder.getValue();
            boolean isIntended = Purpose.named(name).isPresent()
                    || name.toLowerCase(Locale.ROOT).endsWith("-trust")
                    || Mistyped.isNode(name, facts.cluster());
            if (!isIntended) {
                Mistyped.intended(name, PURPOSES)
                        .ifPresent(purpose -> findings.on(Origin.whole(folder.getKey()))
                                .with("folder", name)
                                .with("purpose", purpose)
                                .report());
            }
        }
    }
}
