package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.ValidationCost;
import java.util.List;

/**
 * What it takes to validate a path, as an upper bound: it grows with products, so that certificates of some kilobytes can be
 * made to take hours. The unit is the comparison of a name with a name constraint; the other figures were measured in it.
 */
final class Effort {
    /** What the paths of one search may take: below two seconds. */
    static final double LIMIT = 40_000_000;

    private static final int CERTIFICATE = 20_000;
    /** A certificate whose signature the validators verify again: a DSA key in the path has its issuer's parameters. */
    private static final int VERIFIED_CERTIFICATE = 1_000_000;

    private static final int CONSTRAINTS = 50;
    private static final int POLICIES = 10;

    private Effort() {}

    /**
     * @param path leaf first, root last
     */
    static double of(List<Certificate> path) {
        boolean verified =
                path.stream().anyMatch(certificate -> certificate.key().inheritsParameters());
        double effort = 0;
        double permitted = 0;
        double excluded = 0;
        double addresses = 1; // what those of several CAs have in common is held for each combination
        double policies = 1; // nodes of the policy tree at this depth (RFC 5280, section 6.1.2)
        double fanOut = 1;
        for (int i = path.size() - 1; i >= 0; i--) {
            Certificate certificate = path.get(i);
            ValidationCost its = certificate.extensions().demands();
            effort += certificate.size() + (verified ? VERIFIED_CERTIFICATE : CERTIFICATE);

            double above = permitted + excluded;
            effort += above * names(certificate);
            permitted += its.constraints() - its.excluded();
            excluded += its.excluded();
            addresses *= Math.max(1, its.addresses());
            if (its.constraints() > 0) {
                double compared = above * its.constraints() + permitted * excluded + excluded * its.excluded();
                effort += CONSTRAINTS * (compared + addresses);
            }

            double parents = policies;
            policies = parents * fanOut * its.repeated() + its.policies() + its.mappings();
            double looked = parents * (its.policies() + fanOut * (fanOut - 1)) + policies * its.mappings();
            effort += POLICIES * looked;
            fanOut = its.fanOut();
        }
        return effort;
    }

    /** What name constraints are compared with. */
    private static int names(Certificate certificate) {
        return certificate.subject().size() + certificate.extensions().san().size();
    }
}
