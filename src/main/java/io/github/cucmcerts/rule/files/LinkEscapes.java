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
 * No document mentions links. Document 217138, order of the uploads, needs each file of a path. The advice to keep them
 * in the directory is the plugin's own.
 */
public final class LinkEscapes extends DirectoryRule {
    public LinkEscapes() {
        super(RuleInfo.of("link-escapes", Topic.FILES, Severity.WARNING, "Link out of the directory")
                .message("The file is {link}. The plugin did not follow the link.")
                .rationale(
                        "A linked file outside of the directory is not under the repository's control, and other computers do not have it.")
                .causes("Someone linked a file that is outside of the directory.")
                .remedy("Replace the link with a copy of the file.")
                .source(Source.TECH_NOTE, "Order of the uploads", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Remarks.of(Remark.Kind.LINK_ESCAPES, facts.inventory())
                .forEach((file, detail) ->
                        findings.on(Remarks.origin(file)).with("link", detail).report());
    }
}
