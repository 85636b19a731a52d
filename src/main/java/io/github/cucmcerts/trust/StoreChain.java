package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The result of the search for a leaf's certification path in one trust store. */
public record StoreChain(TrustStore store, Chain chain) {
    /** The CA certificates of the path in upload order, the root first. */
    public List<Certificate> fromTheRoot() {
        List<Certificate> authorities = new ArrayList<>(chain.authorities());
        Collections.reverse(authorities);
        return authorities;
    }
}
