package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;

/** Security Guide 14: PEM and DER are supported. No document says what CUCM does with UTF-16 or a byte order mark. */
public final class EncodingUnusual extends DirectoryRule {
    public EncodingUnusual() {
        super(RuleInfo.of("encoding-unusual", Topic.FILES, Severity.WARNING, "An unusual encoding")
                .message("the file is written with {encoding}; CUCM wants plain PEM or DER")
                .rationale("What CUCM makes of it is not documented; openssl refuses most of it.")
                .causes("The file was saved with a Windows editor or PowerShell")
                .remedy("Save it anew as plain text (ASCII)")
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
