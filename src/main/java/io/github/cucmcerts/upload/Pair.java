package io.github.cucmcerts.upload;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;

/** A CSR and a certificate that answers it: they have one public key. */
public record Pair(Csr csr, Certificate leaf) {}
