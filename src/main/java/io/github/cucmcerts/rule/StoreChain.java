package io.github.cucmcerts.rule;

import io.github.cucmcerts.path.Chain;
import io.github.cucmcerts.upload.TrustStore;

/** What the search for a leaf's certification path came to in one trust store. */
public record StoreChain(TrustStore store, Chain chain) {}
