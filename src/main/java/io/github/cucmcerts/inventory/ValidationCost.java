package io.github.cucmcerts.inventory;

/**
 * How many entries a certificate has of what the validation of a path multiplies. Where an extension can't be decoded, it is as
 * many as it has bytes.
 *
 * @param constraints name constraints, permitted and excluded (RFC 5280, section 4.2.1.10)
 * @param excluded those of them that exclude names
 * @param addresses those of them that are of IP addresses
 * @param policies certificate policies (section 4.2.1.4)
 * @param repeated how often the policy is told that is told most often; 1 at least
 * @param mappings policy mappings (section 4.2.1.5)
 * @param fanOut to how many policies the one is mapped that is mapped to most; 1 at least
 */
public record ValidationCost(
        int constraints, int excluded, int addresses, int policies, int repeated, int mappings, int fanOut) {}
