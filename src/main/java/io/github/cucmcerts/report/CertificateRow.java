package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.trust.Role;
import java.util.List;

/**
 * A certificate in one place of the cluster: as the certificate of a purpose, or in a trust store. Its texts are bounded
 * and safe for a terminal.
 *
 * @param inStore whether the place is a trust store
 * @param place the purpose's name or the store's
 * @param nodes the nodes that have it there, each once, in order; empty if no folder names a node
 * @param role leaf if it is the certificate of a purpose, even a self-signed one
 * @param daysLeft whole days from the end of the change window to its expiry; negative if it has expired by then
 */
record CertificateRow(
        Certificate certificate,
        Status status,
        boolean inStore,
        String place,
        List<String> nodes,
        Role role,
        long daysLeft) {

    /** What happens to the certificate in this place. */
    enum Status {
        DEPLOYED("deployed"),
        REPLACED("deployed, to be replaced"),
        TO_BE_UPLOADED("to be uploaded"),
        NOT_NEEDED("offered, not needed"),
        NOT_ACCEPTED("offered, not accepted");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** Whether nodes have it now or after the upload. */
        boolean isInUse() {
            return this == DEPLOYED || this == REPLACED || this == TO_BE_UPLOADED;
        }
    }

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

    /** All nodes, up to the limit of lists. */
    String allNodes() {
        return String.join(", ", shown(nodes));
    }

    /** The nodes, or their number if there are many. */
    String fewNodes() {
        return nodes.size() <= FEW_NODES ? allNodes() : Bounds.number(nodes.size()) + " nodes";
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

    private static List<String> shown(List<String> values) {
        return Bounds.list(values).stream().map(Visible::of).toList();
    }
}
