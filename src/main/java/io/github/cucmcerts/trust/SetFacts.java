package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts about an upload set.
 *
 * @param stores the trust stores that its certificate meets, except those whose content is not known
 * @param chains the path of its leaf in each of the stores; empty if it has no leaf
 * @param siblings the path of each deployed certificate of its -ECDSA sibling that stays; only tomcat and CallManager
 *     have them, whose store replicates to all nodes
 * @param failure what failed for the set, if anything
 */
record SetFacts(
        UploadSet set,
        List<TrustStore> stores,
        List<StoreChain> chains,
        Map<Certificate, Chain> siblings,
        Optional<Failure> failure) {}
