package io.github.cucmcerts.upload;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A trust store as an upload set meets it.
 *
 * @param name such as {@code tomcat-trust}
 * @param offered CA certificates to be uploaded to it, by path
 * @param deployed those that it holds today
 */
public record TrustStore(String name, List<Certificate> offered, List<Certificate> deployed) {
    public TrustStore {
        offered = List.copyOf(offered);
        deployed = List.copyOf(deployed);
    }

    /** All certificates in reach, each once, those offered first. */
    public List<Certificate> certificates() {
        return Stream.concat(offered.stream(), deployed.stream()).distinct().toList();
    }
}
