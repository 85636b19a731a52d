package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;

/** Security Guide 14: PEM and DER are supported. No document says how CUCM handles UTF-16 or a byte order mark. */
public final class EncodingUnusual extends DirectoryRule {
    public EncodingUnusual() {
        super(RuleInfo.of("encoding-unusual", Topic.FILES, Severity.WARNING, "Unusual file encoding")
                .message("The file uses {encoding}, but CUCM needs plain PEM or DER.")
                .rationale("No document says how CUCM handles such a file. OpenSSL rejects most of them.")
                .causes("The file was saved with a Windows editor or PowerShell.")
                .remedy("Save the file again as plain text (ASCII).")
                .source(Source.SECURITY_GUIDE, "Supported formats PEM and DER", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Remarks.of(Remark.Kind.ENCODING, facts.inventory())
                .forEach((file, detail) -> findings.on(Remarks.origin(file))
                        .with("encoding", detail)
                        .report());
    }
}
