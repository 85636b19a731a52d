package io.github.cucmcerts.plan;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.rule.Context;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;

/** Tomcat's certificate used as CallManager's (document 222534): nothing is uploaded, it is chosen on a page. */
final class Reuse {
    private Reuse() {}

    /** The set of Tomcat whose certificate is the CallManager set's. */
    static Optional<UploadSet> of(UploadSet set, Context context) {
        return switch (set.purpose()) {
            case CALL_MANAGER -> other(set, Purpose.TOMCAT, context);
            case CALL_MANAGER_ECDSA -> other(set, Purpose.TOMCAT_ECDSA, context);
            default -> Optional.empty();
        };
    }

    private static Optional<UploadSet> other(UploadSet set, Purpose purpose, Context context) {
        return context.uploads().all().stream()
                .filter(other -> other.purpose() == purpose && other.leaf().equals(set.leaf()))
                .findFirst();
    }
}
