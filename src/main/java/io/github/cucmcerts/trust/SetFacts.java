package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an upload set.
 *
 * @param stores the trust stores that its certificate meets, except those that could not be worked out
 * @param chains the path of its leaf in each of them; none where it has no leaf
 * @param siblings the path of each deployed certificate of its -ECDSA sibling that stays: tomcat and CallManager have it, whose store is
 *     one for all nodes
 * @param failure what could not be worked out, if anything
 */
record SetFacts(
        UploadSet set,
        List<TrustStore> stores,
        List<StoreChain> chains,
        Map<Certificate, Chain> siblings,
        Optional<Failure> failure) {}
