package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.trust.Role;
import java.util.List;

/**
 * A certificate in one place of the cluster: as the certificate of a purpose, or in a trust store. Its texts are bounded,
 * and harmless for a terminal.
 *
 * @param inStore whether the place is a trust store
 * @param place the purpose's name or the store's
 * @param nodes where it has that place, each once, in their order; none where no folder names a node
 * @param role the leaf where it is a purpose's own, also if it is self-signed
 * @param daysLeft whole days from the end of the change window on; negative where it has expired by then
 */
record CertificateRow(
        Certificate certificate,
        Status status,
        boolean inStore,
        String place,
        List<String> nodes,
        Role role,
        long daysLeft) {

    /** What becomes of a certificate in its place. */
    enum Status {
        DEPLOYED("deployed"),
        REPLACED("deployed, to be replaced"),
        TO_BE_UPLOADED("to be uploaded"),
        NOT_NEEDED("offered, not needed"),
        NOT_TAKEN("offered, not taken");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** Whether servers hold it, or will. */
        boolean isInUse() {
            return this == DEPLOYED || this == REPLACED || this == TO_BE_UPLOADED;
        }
    }

    private static final int FEW_NODES = 3;

    /** Whether servers identify themselves with it now. */
    boolean isServed() {
        return !inStore && (status == Status.DEPLOYED || status == Status.REPLACED);
    }

    String subject() {
        return shown(certificate.subject().toString());
    }

    String issuer() {
        return shown(certificate.issuer().toString());
    }

    /** The common name; the subject where it has none. */
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

    /** All nodes, as far as lists go. */
    String allNodes() {
        return String.join(", ", shown(nodes));
    }

    /** The nodes, or how many they are. */
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
