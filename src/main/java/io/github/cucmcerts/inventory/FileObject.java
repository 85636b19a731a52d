package io.github.cucmcerts.inventory;

/** One object found in a file; a file can have none, one, or many. */
public sealed interface FileObject permits NamedKey, PrivateKey, PublicKey, Crl, Unreadable {
    Origin origin();

    /** The kind's name in reports. */
    String kind();
}
