package io.github.cucmcerts.inventory;

/** A public key on its own; nothing that CUCM takes, and harmless. */
public record PublicKey(Origin origin) implements FileObject {
    @Override
    public String kind() {
        return "PUBLIC_KEY";
    }
}
