package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.trust.Role;
import java.util.List;

/**
 * A certificate in one place of the cluster: as the certificate of a purpose, or in a trust store. Its texts are bounded
 * and safe for a terminal.
 *
 * @param language of its texts
 * @param inStore whether the place is a trust store
 * @param place the purpose's name or the store's, or {@link #EVERY_STORE}
 * @param nodes the nodes that have it there, each once, in order; empty if no folder names a node; a store that replicates has
 *     {@link #ALL_NODES}
 * @param role leaf if it is the certificate of a purpose, even a self-signed one
 * @param daysLeft whole days from the end of the change window to its expiry; negative if it has expired by then
 */
record CertificateRow(
        Language language,
        Certificate certificate,
        Status status,
        boolean inStore,
        String place,
        List<String> nodes,
        Role role,
        long daysLeft) {

    /** What happens to the certificate in this place. */
    enum Status {
        DEPLOYED,
        REPLACED,
        TO_BE_UPLOADED,
        NOT_NEEDED,
        NOT_ACCEPTED;

        String label(Language language) {
            return switch (this) {
                case DEPLOYED -> language.text("report.status-deployed", "deployed");
                case REPLACED -> language.text("report.status-replaced", "deployed, to be replaced");
                case TO_BE_UPLOADED -> language.text("report.status-to-be-uploaded", "to be uploaded");
                case NOT_NEEDED -> language.text("report.status-not-needed", "offered, not needed");
                case NOT_ACCEPTED -> language.text("report.status-not-accepted", "offered, not accepted");
            };
        }

        /** Whether nodes have it now or after the upload. */
        boolean isInUse() {
            return this == DEPLOYED || this == REPLACED || this == TO_BE_UPLOADED;
        }
    }

    /** The nodes of a store that replicates. */
    static final List<String> ALL_NODES = List.of("all nodes");

    static final String EVERY_STORE = "every trust store";
    private static final int FEW_NODES = 3;

    /** Whether nodes present it now. */
    boolean isServed() {
        return !inStore && (status == Status.DEPLOYED || status == Status.REPLACED);
    }

    String subject() {
        return shown(certificate.subject().toString());
    }

    String issuer() {
        return shown(certificate.issuer().toString());
    }

    /** The common name; without one, the subject. */
    String name() {
        return shown(
                certificate.subject().commonName().orElse(certificate.subject().toString()));
    }

    String serial() {
        return shown(Comparison.hex(certificate.serial()));
    }

    String file() {
        return shown(certificate.origin().file());
    }

    /** The place for people. */
    String placeName() {
        return place.equals(EVERY_STORE) ? language.text("report.every-store", "every trust store") : place;
    }

    /** All nodes, up to the limit of lists. */
    String allNodes() {
        return nodes.equals(ALL_NODES)
                ? language.text("report.all-nodes", "all nodes")
                : String.join(", ", shown(nodes));
    }

    /** The nodes, or their number if there are many. */
    String fewNodes() {
        return nodes.size() <= FEW_NODES
                ? allNodes()
                : language.counted("report.nodes", nodes.size(), "{number} node", "{number} nodes");
    }

    List<String> extendedKeyUsages() {
        return shown(certificate.extensions().extendedUsages().stream().sorted().toList());
    }

    boolean hasClientAuth() {
        return certificate.extensions().extendedUsages().contains("clientAuth");
    }

    private static String shown(String value) {
        return Visible.of(Bounds.text(value));
    }

    private List<String> shown(List<String> values) {
        return language.bounded(values).stream().map(Visible::of).toList();
    }
}
