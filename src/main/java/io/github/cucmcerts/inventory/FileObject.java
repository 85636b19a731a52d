package io.github.cucmcerts.inventory;

/** One thing found in a file. A file holds none, one or many. */
public sealed interface FileObject permits NamedKey, PrivateKey, PublicKey, Crl, Unreadable {
    Origin origin();

    /** The name of the kind in reports. */
    String kind();
}
