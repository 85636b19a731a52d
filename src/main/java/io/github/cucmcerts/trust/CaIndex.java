package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.upload.Filing;
import io.github.cucmcerts.upload.Filing.Filed;
import io.github.cucmcerts.upload.Nodes;
import io.github.cucmcerts.upload.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Certificates that may be in trust stores, found by where they lie: a large directory has as many as it has stores. */
final class CaIndex {
    private final List<Filed<Certificate>> all;
    private final List<Filed<Certificate>> shared = new ArrayList<>();
    private final Map<List<String>, List<Filed<Certificate>>> at = new HashMap<>();
    private final Map<List<String>, List<Filed<Certificate>>> below = new HashMap<>();
    private final Map<String, List<Filed<Certificate>>> ofNode = new HashMap<>();

    /**
     * @param all by path
     */
    CaIndex(List<Filed<Certificate>> all) {
        this.all = all;
        for (Filed<Certificate> filed : all) {
            Place place = filed.place();
            if (place.shared()) {
                shared.add(filed);
            }
            at.computeIfAbsent(Place.folded(place.folders()), folders -> new ArrayList<>())
                    .add(filed);
            Place.above(place.folders())
                    .forEach(folders -> below.computeIfAbsent(folders, f -> new ArrayList<>())
                            .add(filed));
            ofNode.computeIfAbsent(Nodes.label(place.node()), label -> new ArrayList<>())
                    .add(filed);
        }
    }

    /** All, by path. */
    Stream<Filed<Certificate>> all() {
        return all.stream();
    }

    /**
     * Those that lie in the folders, below or above them, in folders of the node or above it, or are for everybody; by path.
     *
     * @param folders as they are compared
     * @param above those folders and all above these
     */
    Stream<Filed<Certificate>> near(List<String> node, Collection<List<String>> folders, Set<List<String>> above) {
        return Stream.of(
                        Stream.of(shared),
                        above.stream().map(folder -> at.getOrDefault(folder, List.of())),
                        folders.stream().map(folder -> below.getOrDefault(folder, List.of())),
                        Place.above(node).map(part -> ofNode.getOrDefault(Nodes.label(part), List.of())))
                .flatMap(lists -> lists)
                .flatMap(List::stream)
                .distinct()
                .sorted(Filing.BY_PATH);
    }
}
