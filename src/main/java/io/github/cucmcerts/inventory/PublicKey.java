package io.github.cucmcerts.inventory;

/** A public key that is not part of a certificate or CSR. CUCM does not accept it; it does no harm. */
public record PublicKey(Origin origin) implements FileObject {
    @Override
    public String kind() {
        return "PUBLIC_KEY";
    }
}
