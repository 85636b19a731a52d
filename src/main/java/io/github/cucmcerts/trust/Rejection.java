package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.text.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why RFC 5280 rejects a path.
 *
 * @param culprit the certificate that violates the RFC
 * @param details the evidence, by name
 */
public record Rejection(Certificate culprit, Fault fault, Map<String, List<Message>> details) {
    static Rejection of(Certificate culprit, Fault fault) {
        return new Rejection(culprit, fault, Map.of());
    }

    Rejection with(String name, List<Message> values) {
        Map<String, List<Message>> more = new TreeMap<>(details);
        more.put(name, values);
        return new Rejection(culprit, fault, more);
    }

    Rejection with(String name, Message value) {
        return with(name, List.of(value));
    }

    Rejection with(String name, String value) {
        return with(name, Message.value(value));
    }
}
