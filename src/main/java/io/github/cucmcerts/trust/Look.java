package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.upload.UploadSet;

/**
 * A look at what a node serves at one port.
 *
 * @param set the id of the upload set whose leaf it should be
 * @param expected the SHA-256 of that leaf, in hex
 */
public record Look(String set, Purpose purpose, NodeName node, Port port, String expected) {
    public static Look of(UploadSet set, NodeName node, Port port) {
        return new Look(
                set.id(), set.purpose(), node, port, set.leaf().orElseThrow().sha256());
    }

    /** The same at a port that the build names. */
    public Look at(int number) {
        return new Look(set, purpose, node, Port.named(purpose, number), expected);
    }

    /** In words: {@code cucm-pub.example.com tomcat 8443}. */
    @Override
    public String toString() {
        return node + " " + purpose + " " + port.number();
    }
}
