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
 * Administration Guide 12.5(1)SU3, upload encodings: CUCM accepts PEM, DER, and PKCS#7. The advice to unpack archives
 * is the plugin's own, because it does not read them.
 */
public final class ArchivePresent extends DirectoryRule {
    public ArchivePresent() {
        super(RuleInfo.of("archive-present", Topic.FILES, Severity.WARNING, "Archive in the directory")
                .message("The file is a {type} archive. The plugin did not check its contents.")
                .rationale("The plugin does not read archives, so it does not check the certificates and CSRs in them.")
                .causes("The email attachment from the CA was saved without being unpacked.")
                .remedy(
                        "Unpack the archive, and put the certificates and CSRs in it into the folders where they belong. Then remove the archive.")
                .source(Source.ADMINISTRATION_GUIDE, "Upload encodings", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Remarks.of(Remark.Kind.ARCHIVE, facts.inventory())
                .forEach((file, detail) ->
                        findings.on(Remarks.origin(file)).with("type", detail).report());
    }
}
