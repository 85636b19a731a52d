package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;
import java.util.Set;

/**
 * What is known of a trust store.
 *
 * @param after what it holds after the uploads of all sets
 * @param needed the CA certificates of all paths that use it
 * @param namesakes those that have one common name, offered or deployed
 * @param signed who signed what: of the store, of the leaves that use it, and of what the nodes serve today
 */
record StoreFacts(StoreAfter after, Set<Certificate> needed, List<List<Certificate>> namesakes, SignedBy signed) {}
