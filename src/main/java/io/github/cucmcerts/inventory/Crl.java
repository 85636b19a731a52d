package io.github.cucmcerts.inventory;

/** A certificate revocation list; listed, not judged. */
public record Crl(Origin origin) implements FileObject {
    @Override
    public String kind() {
        return "CRL";
    }
}
