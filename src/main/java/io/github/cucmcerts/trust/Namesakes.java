package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;

/**
 * Certificates of a trust store with one common name.
 *
 * @param deployed those that it holds today
 * @param all these, and the offered ones that it takes; those offered first
 */
public record Namesakes(List<Certificate> deployed, List<Certificate> all) {}
