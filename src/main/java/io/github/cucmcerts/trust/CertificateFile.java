package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;

/** A file's path and all certificates in it. */
public record CertificateFile(String path, List<Certificate> certificates) {}
