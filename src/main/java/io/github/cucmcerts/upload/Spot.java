package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import java.util.List;

/**
 * A place where CSRs and leaves of one purpose lie together.
 *
 * @param node the folders that name the place, folded
 */
record Spot(List<String> node, Purpose purpose) {
    static Spot of(List<String> node, Purpose purpose) {
        return new Spot(Place.folded(node), purpose);
    }
}
