package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Document 217138, order of the uploads: each certificate is uploaded once. The advice to keep one copy is the plugin's
 * own.
 */
public final class DuplicateFile extends DirectoryRule {
    public DuplicateFile() {
        super(RuleInfo.of("duplicate-file", Topic.FILES, Severity.INFO, "Duplicate certificate or CSR")
                .message("The file contains the same certificate or CSR as {first}.")
                .rationale("One copy is enough. A second copy can become outdated.")
                .causes("The CA sent the certificate in two encodings, or someone copied the file.")
                .remedy("Remove one of the two copies.")
                .source(Source.TECH_NOTE, "Order of the uploads", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Set<String> reported = new HashSet<>();
        for (UploadSet set : facts.uploads().all()) {
            Map<NamedKey, NamedKey> first = new HashMap<>();
            for (NamedKey object : set.slot().own()) {
                NamedKey before = first.putIfAbsent(object, object);
                if (before != null && reported.add(object.origin().toString())) {
                    findings.on(object).with("first", before.origin().file()).report();
                }
            }
        }
    }
}
