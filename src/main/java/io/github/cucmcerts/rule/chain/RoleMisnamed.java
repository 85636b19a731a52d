package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.CertificateFile;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/**
 * Document 217138, order of the uploads: root, intermediate, then the certificate. That file names should not mislead
 * is the plugin's advice.
 */
public final class RoleMisnamed extends SetRule {
    public RoleMisnamed() {
        super(RuleInfo.of("role-misnamed", Topic.CHAIN, Severity.WARNING, "The file name suggests another role")
                .message("The file name says {name}, but the role of the certificate is {role}.")
                .rationale("At night, people pick the files to upload by their names.")
                .causes("Files were renamed or mixed up.")
                .remedy("Rename the file: its name can contain {role}, but not {name}.")
                .source(Source.TECH_NOTE, "Order of the uploads", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return true;
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (CertificateFile file : CertificateFiles.of(set, facts, RoleMisnamed::namesRole)) {
            compare(file.certificates().get(0), facts, findings);
        }
    }

    private static boolean namesRole(CertificateFile file) {
        return file.certificates().size() == 1
                && RoleName.in(file.certificates().get(0).origin().fileName()).isPresent();
    }

    private static void compare(Certificate certificate, Facts facts, Findings findings) {
        String role = facts.roles().of(certificate).label();
        RoleName.in(certificate.origin().fileName())
                .filter(name -> !name.equals(role))
                .ifPresent(name -> findings.on(certificate)
                        .with("name", name)
                        .with("role", role)
                        .report());
    }
}
