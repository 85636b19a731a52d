package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.ValidationCost;

/**
 * What it takes to validate a path down to a certificate, as an upper bound: it grows with products, so that certificates of
 * some kilobytes can be made to take hours. The unit is some 50 ns on the machine where it was measured.
 *
 * @param spent without what each certificate takes in any case
 * @param certificates how many
 * @param verified whether the validators verify the signatures again: a DSA key in the path has its issuer's parameters
 * @param restricting how many CAs restrict the names below them
 * @param policies nodes of the policy tree at this depth (RFC 5280, section 6.1.2)
 * @param fanOut to how many policies one of them is mapped at most
 */
record Effort(double spent, int certificates, boolean verified, int restricting, double policies, double fanOut) {
    /** What the paths of one search may take: below two seconds. */
    static final double LIMIT = 40_000_000;

    /** Above the root. */
    static final Effort NONE = new Effort(0, 0, false, 0, 1, 1);

    private static final int CERTIFICATE = 20_000;
    private static final int VERIFIED_CERTIFICATE = 1_000_000;

    /** A name that is looked up in the constraints of one CA. */
    private static final int NAME = 10;

    private static final int POLICIES = 10;

    double total() {
        return spent + (double) certificates * (verified ? VERIFIED_CERTIFICATE : CERTIFICATE);
    }

    /** What it takes with this certificate, which the last one signed. */
    Effort below(Certificate certificate) {
        ValidationCost its = certificate.extensions().validationCost();
        double nodes = policies * fanOut * its.repeated() + its.policies() + its.mappings();
        return new Effort(
                spent + certificate.size() + NAME * restricting * names(certificate) + POLICIES * lookedUp(its, nodes),
                certificates + 1,
                verified || certificate.key().inheritsParameters(),
                restricting + (certificate.extensions().nameConstraints() ? 1 : 0),
                nodes,
                its.fanOut());
    }

    private static double names(Certificate certificate) {
        return certificate.subject().size() + certificate.extensions().san().size();
    }

    private double lookedUp(ValidationCost its, double nodes) {
        return policies * (its.policies() + fanOut * (fanOut - 1)) + nodes * its.mappings();
    }
}
