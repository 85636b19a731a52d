package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;

/**
 * The CA certificates of a path, and the validation effort below them, with which a leaf is validated. The libraries
 * validate whole paths, so only the effort is passed down.
 *
 * @param authorities the leaf's issuer first, the root last
 * @param effort the effort to validate them
 */
record CaPath(List<Certificate> authorities, Effort effort) {
    static CaPath of(List<Certificate> authorities) {
        Effort effort = Effort.NONE;
        for (int i = authorities.size() - 1; i >= 0; i--) {
            effort = effort.below(authorities.get(i));
        }
        return new CaPath(authorities, effort);
    }

    Certificate root() {
        return authorities.get(authorities.size() - 1);
    }
}
