package io.github.cucmcerts.plan;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;

/** Reuse of the Tomcat certificate for CallManager (document 222534): people choose it on a page and upload nothing. */
final class Reuse {
    private Reuse() {}

    /** The Tomcat set that has the same certificate as this CallManager set. */
    static Optional<UploadSet> of(UploadSet set, Facts facts) {
        return switch (set.purpose()) {
            case CALL_MANAGER -> other(set, Purpose.TOMCAT, facts);
            case CALL_MANAGER_ECDSA -> other(set, Purpose.TOMCAT_ECDSA, facts);
            default -> Optional.empty();
        };
    }

    private static Optional<UploadSet> other(UploadSet set, Purpose purpose, Facts facts) {
        return facts.uploads().all().stream()
                .filter(other -> other.purpose() == purpose && other.leaf().equals(set.leaf()))
                .findFirst();
    }
}
