package io.github.cucmcerts.trust;

import java.util.List;

/** A store's name and node; the node is empty if the store replicates. */
record StoreKey(String name, List<String> node) {}
