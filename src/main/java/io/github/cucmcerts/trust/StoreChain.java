package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the search for a leaf's certification path came to in one trust store. */
public record StoreChain(TrustStore store, Chain chain) {
    /** The CA certificates of the path in the order in which they are uploaded: the root first. */
    public List<Certificate> fromTheRoot() {
        List<Certificate> authorities = new ArrayList<>(chain.authorities());
        Collections.reverse(authorities);
        return authorities;
    }
}
