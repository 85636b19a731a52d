package io.github.cucmcerts.inventory;

/**
 * How many entries a certificate has that multiply the cost of path validation. An extension that cannot be decoded
 * counts as many entries as it has bytes.
 *
 * @param policies certificate policies (section 4.2.1.4)
 * @param repeated how often the most frequent policy occurs; at least 1
 * @param mappings policy mappings (section 4.2.1.5)
 * @param fanOut the largest number of policies that one policy is mapped to; at least 1
 */
public record ValidationCost(int policies, int repeated, int mappings, int fanOut) {}
