package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.upload.Filed;
import io.github.cucmcerts.upload.Nodes;
import io.github.cucmcerts.upload.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Certificates that may be in trust stores, by location. A large directory has as many certificates as stores.
 *
 * @param all by path
 * @param shared the certificates for every store
 * @param at by their folder, in lower case
 * @param below by each folder above them, in lower case
 * @param ofNode by the label of their node
 */
record CaIndex(
        List<Filed<Certificate>> all,
        List<Filed<Certificate>> shared,
        Map<List<String>, List<Filed<Certificate>>> at,
        Map<List<String>, List<Filed<Certificate>>> below,
        Map<String, List<Filed<Certificate>>> ofNode) {

    static CaIndex of(List<Filed<Certificate>> all) {
        List<Filed<Certificate>> shared = new ArrayList<>();
        Map<List<String>, List<Filed<Certificate>>> at = new HashMap<>();
        Map<List<String>, List<Filed<Certificate>>> below = new HashMap<>();
        Map<String, List<Filed<Certificate>>> ofNode = new HashMap<>();
        for (Filed<Certificate> filed : all) {
            Place place = filed.place();
            if (place.shared()) {
                shared.add(filed);
            }
            put(at, Place.folded(place.folders()), filed);
            for (List<String> folder : Place.above(place.folders())) {
                put(below, folder, filed);
            }
            put(ofNode, Nodes.label(place.node()), filed);
        }
        return new CaIndex(all, shared, at, below, ofNode);
    }

    private static <K> void put(Map<K, List<Filed<Certificate>>> map, K key, Filed<Certificate> filed) {
        map.computeIfAbsent(key, same -> new ArrayList<>()).add(filed);
    }

    /**
     * The certificates in, below, or above the folders, in folders of the node or above it, and the certificates for
     * every store; by path.
     *
     * @param folders in lower case
     * @param above these folders and all folders above them
     */
    List<Filed<Certificate>> near(List<String> node, Collection<List<String>> folders, Set<List<String>> above) {
        if (all.isEmpty()) {
            return List.of();
        }
        Set<Filed<Certificate>> near = new LinkedHashSet<>(shared);
        for (List<String> folder : above) {
            near.addAll(at.getOrDefault(folder, List.of()));
        }
        for (List<String> folder : folders) {
            near.addAll(below.getOrDefault(folder, List.of()));
        }
        for (List<String> part : Place.above(node)) {
            near.addAll(ofNode.getOrDefault(Nodes.label(part), List.of()));
        }
        return near.stream().sorted(Filed.BY_PATH).toList();
    }
}
