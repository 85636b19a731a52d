package io.github.cucmcerts.inventory;

/**
 * How many entries a certificate has of what the validation of a path multiplies. Where an extension can't be decoded, it is as
 * many as it has bytes.
 *
 * @param policies certificate policies (section 4.2.1.4)
 * @param repeated how often the policy is told that is told most often; 1 at least
 * @param mappings policy mappings (section 4.2.1.5)
 * @param fanOut to how many policies the one is mapped that is mapped to most; 1 at least
 */
public record ValidationCost(int policies, int repeated, int mappings, int fanOut) {}
