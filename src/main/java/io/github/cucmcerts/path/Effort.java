package io.github.cucmcerts.path;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Demands;
import java.util.List;

/**
 * What it takes at most to validate a path: it grows with products, so that certificates of some kilobytes can be made to take
 * hours. The unit is the comparison of a name with a name constraint; the other figures were measured in it.
 */
final class Effort {
    /** More than any path needs that was not made to need it: half a second. */
    static final double LIMIT = 10_000_000;

    private static final int CERTIFICATE = 5_000;
    /** A certificate whose signature the validators verify again: a DSA key in the path has its issuer's parameters. */
    private static final int VERIFIED_CERTIFICATE = 200_000;

    private static final int CONSTRAINTS = 20;
    private static final int POLICIES = 10;

    private Effort() {}

    /**
     * @param path leaf first, root last
     */
    static double of(List<Certificate> path) {
        boolean verified =
                path.stream().anyMatch(certificate -> certificate.key().inheritsParameters());
        double effort = path.size() * (verified ? VERIFIED_CERTIFICATE : CERTIFICATE);
        double constraints = 0;
        double policies = 1; // nodes of the policy tree at this depth (RFC 5280, section 6.1.2)
        double fanOut = 1;
        for (int i = path.size() - 1; i >= 0; i--) {
            Certificate certificate = path.get(i);
            Demands its = certificate.extensions().demands();
            if (constraints > 0) {
                effort += constraints * (names(certificate) + CONSTRAINTS * its.constraints());
            }
            constraints += its.constraints();
            double above = policies;
            policies = above * fanOut + its.policies();
            effort += POLICIES * (above * its.policies() + policies * its.mappings());
            fanOut = its.fanOut();
        }
        return effort;
    }

    /** What name constraints are compared with. */
    private static int names(Certificate certificate) {
        return certificate.subject().size() + certificate.extensions().san().size();
    }
}
