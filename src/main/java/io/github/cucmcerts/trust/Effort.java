package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.ValidationCost;

/**
 * The effort to validate a path down to a certificate, as an upper bound. It grows with products, so certificates of
 * some kilobytes can be made to need hours. One unit is about 50 ns on the machine where it was measured.
 *
 * @param spent the effort without the fixed part for each certificate
 * @param certificates the number of certificates
 * @param verified whether the validators verify the signatures again, because a DSA key in the path uses its issuer's
 *     parameters
 * @param restricting the number of CAs that restrict the names below them
 * @param policies nodes of the policy tree at this depth (RFC 5280, section 6.1.2)
 * @param fanOut the largest number of policies that one policy is mapped to
 */
record Effort(double spent, int certificates, boolean verified, int restricting, double policies, double fanOut) {
    /** The limit for all paths of one search: less than two seconds. */
    static final double LIMIT = 40_000_000;

    /** The effort above the root. */
    static final Effort NONE = new Effort(0, 0, false, 0, 1, 1);

    private static final int CERTIFICATE = 20_000;
    private static final int VERIFIED_CERTIFICATE = 1_000_000;

    /** The lookup of one name in the constraints of one CA. */
    private static final int NAME = 10;

    private static final int POLICIES = 10;

    double total() {
        return spent + (double) certificates * (verified ? VERIFIED_CERTIFICATE : CERTIFICATE);
    }

    /** The effort with this certificate, which the last one signed. */
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
