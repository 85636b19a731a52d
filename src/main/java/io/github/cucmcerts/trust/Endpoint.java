package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.upload.UploadSet;

/**
 * A port of a node, and the certificate that it should serve.
 *
 * @param set the id of the upload set with the planned leaf
 * @param expected the SHA-256 of that leaf, in hexadecimal
 */
public record Endpoint(String set, Purpose purpose, NodeName node, Port port, String expected) {
    public static Endpoint of(UploadSet set, NodeName node, Port port) {
        return new Endpoint(
                set.id(), set.purpose(), node, port, set.leaf().orElseThrow().sha256());
    }

    /** The same at a port from the configuration. */
    public Endpoint at(int number) {
        return new Endpoint(set, purpose, node, Port.named(purpose, number), expected);
    }

    /** For people: {@code cucm-pub.example.com tomcat 8443}. */
    @Override
    public String toString() {
        return node + " " + purpose + " " + port.number();
    }
}
