package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import java.util.List;

/**
 * A place with the CSRs and leaves of one purpose.
 *
 * @param node the folders that name the place, in lower case
 */
record Spot(List<String> node, Purpose purpose) {
    static Spot of(List<String> node, Purpose purpose) {
        return new Spot(Place.folded(node), purpose);
    }
}
