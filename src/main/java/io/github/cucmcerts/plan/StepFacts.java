package io.github.cucmcerts.plan;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.plan.Plan.Fact;
import io.github.cucmcerts.text.Words;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The values that identify a certificate. */
final class StepFacts {
    private StepFacts() {}

    /** The values to compare with the screen. */
    static List<Fact> identity(Certificate certificate) {
        return List.of(
                new Fact("Subject", subject(certificate)),
                new Fact("Serial", Words.code(serial(certificate))),
                new Fact("SHA-256", Words.code(certificate.sha256())),
                new Fact("Valid", Words.code(validity(certificate))));
    }

    static Words subject(Certificate certificate) {
        return Words.code(certificate.subject().toString());
    }

    static String serial(Certificate certificate) {
        return certificate.serial().toString(16);
    }

    static String validity(Certificate certificate) {
        return certificate.notBefore() + " to " + certificate.notAfter();
    }

    /** Deployed certificates on one line. */
    static Words listed(Collection<Certificate> certificates) {
        return Words.codes(certificates.stream()
                .flatMap(certificate -> Stream.of(
                        "serial " + serial(certificate),
                        validity(certificate),
                        certificate.origin().file()))
                .toList());
    }
}
