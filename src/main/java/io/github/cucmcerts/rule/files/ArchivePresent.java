package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;

/**
 * Administration Guide 12.5(1)SU3, upload encodings: PEM, DER and PKCS#7. The plugin does not look into an archive; to
 * unpack it is the plugin's advice.
 */
public final class ArchivePresent extends DirectoryRule {
    public ArchivePresent() {
        super(RuleInfo.of("archive-present", Topic.FILES, Severity.WARNING, "An archive in the directory")
                .message("the file is a {type} archive; what is in it was not judged")
                .rationale("What lies in an archive is not looked at.")
                .causes("The CA's mail was saved as it came")
                .remedy("Unpack it, and remove the archive")
                .source(Source.ADMINISTRATION_GUIDE, "Upload encodings", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Remarks.of(Remark.Kind.ARCHIVE, facts.inventory())
                .forEach((file, detail) ->
                        findings.on(Remarks.origin(file)).with("type", detail).report());
    }
}
