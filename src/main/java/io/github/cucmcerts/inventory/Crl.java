package io.github.cucmcerts.inventory;

/** A certificate revocation list. The plugin lists it and does not check it. */
public record Crl(Origin origin) implements FileObject {
    @Override
    public String kind() {
        return "CRL";
    }
}
