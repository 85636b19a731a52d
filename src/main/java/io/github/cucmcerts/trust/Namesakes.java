package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;

/**
 * Certificates of a trust store with the same common name.
 *
 * @param deployed the certificates that the store holds today
 * @param all the deployed ones, and the offered ones that the store accepts; offered ones first
 */
public record Namesakes(List<Certificate> deployed, List<Certificate> all) {}
