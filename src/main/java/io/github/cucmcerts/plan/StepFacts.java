package io.github.cucmcerts.plan;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.plan.Plan.Fact;
import io.github.cucmcerts.report.WindowText;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Words;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The values that identify a certificate.
 *
 * @param window gives the offset of times
 * @param language of the texts
 */
record StepFacts(ChangeWindow window, Language language) {
    /** The values to compare with the screen. */
    List<Fact> identity(Certificate certificate) {
        return List.of(
                new Fact(language.text("plan.subject", "Subject"), subject(certificate)),
                new Fact(language.text("plan.serial", "Serial"), Words.code(serial(certificate))),
                new Fact("SHA-256", Words.code(certificate.sha256())),
                new Fact(language.text("plan.valid", "Valid"), Words.code(validity(certificate))));
    }

    static Words subject(Certificate certificate) {
        return Words.code(certificate.subject().toString());
    }

    static String serial(Certificate certificate) {
        return certificate.serial().toString(16);
    }

    String validity(Certificate certificate) {
        return WindowText.of(window, certificate.notBefore(), certificate.notAfter(), language);
    }

    /** Deployed certificates on one line. */
    Words listed(Collection<Certificate> certificates) {
        return language.codes(certificates.stream()
                .flatMap(certificate -> Stream.of(
                        language.text("plan.serial-of-deployed", "serial {serial}", "serial", serial(certificate)),
                        validity(certificate),
                        certificate.origin().file()))
                .toList());
    }
}
