package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.Comparator;

/** A CSR or certificate, its place, and the purpose that its place or its file's name shows. */
public record Filed<T extends NamedKey>(T object, Place place, Purpose purpose) {
    /** By file, then by position in the file. */
    public static final Comparator<Filed<?>> BY_PATH = Comparator.comparing(
                    (Filed<?> filed) -> filed.object().origin().file())
            .thenComparing(filed -> filed.object().origin().index());
}
