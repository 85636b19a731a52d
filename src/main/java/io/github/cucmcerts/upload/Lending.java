package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The CSRs that a slot can use although they are elsewhere: in another folder of its node; with a multi-server set that
 * serves the node; for CallManager also with tomcat's multi-server set, which it can use from release 14 on (document
 * 221070).
 *
 * @param nodes the nodes of the slots
 * @param isFolder whether a folder of the directory belongs to that node
 * @param asking the slots with a CSR for that key
 */
record Lending(Cluster cluster, Nodes nodes, Predicate<NodeName> isFolder, Map<SubjectPublicKey, List<Slot>> asking) {
    static Lending of(List<Slot> slots, Cluster cluster, Nodes nodes, Predicate<NodeName> isFolder) {
        Map<SubjectPublicKey, List<Slot>> asking = new HashMap<>();
        for (Slot slot : slots) {
            for (Csr csr : slot.csrs()) {
                asking.computeIfAbsent(csr.key(), key -> new ArrayList<>()).add(slot);
            }
        }
        return new Lending(cluster, nodes, isFolder, asking);
    }

    /** The CSR of another slot that the leaf matches and that the slot can use. */
    Optional<Csr> lent(Slot borrower, Certificate leaf) {
        for (Slot lender : asking.getOrDefault(leaf.key(), List.of())) {
            for (Csr csr : lender.csrs()) {
                if (csr.key().equals(leaf.key()) && lends(lender, csr, borrower)) {
                    return Optional.of(csr);
                }
            }
        }
        return Optional.empty();
    }

    private boolean lends(Slot lender, Csr csr, Slot borrower) {
        boolean samePurpose = lender.purpose() == borrower.purpose();
        boolean sameNode = nodes.same(lender.node(), borrower.node());
        if (samePurpose && sameNode) {
            return true;
        }
        if (!samePurpose && !isReused(lender.purpose(), borrower.purpose())) {
            return false;
        }
        Distribution distribution = Distribution.of(lender.purpose(), Optional.of(csr), cluster, isFolder);
        return distribution.multiServer() && (sameNode || Nodes.areOfOne(borrower.node(), distribution.served()));
    }

    private boolean isReused(Purpose tomcat, Purpose callManager) {
        boolean canReuse = cluster.release().map(Release::isFrom14).orElse(true);
        return canReuse
                && (tomcat == Purpose.TOMCAT && callManager == Purpose.CALL_MANAGER
                        || tomcat == Purpose.TOMCAT_ECDSA && callManager == Purpose.CALL_MANAGER_ECDSA);
    }
}
