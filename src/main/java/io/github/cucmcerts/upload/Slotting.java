package io.github.cucmcerts.upload;

import static io.github.cucmcerts.upload.Assignment.As.ANSWERING_AUTHORITY;
import static io.github.cucmcerts.upload.Assignment.As.AUTHORITY;
import static io.github.cucmcerts.upload.Assignment.As.CSR;
import static io.github.cucmcerts.upload.Assignment.As.DELIVERED_LEAF;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Assigns each CSR and certificate to the slot of a node: CSRs by their folders and common names, leaves by the CSR
 * that they match, CA certificates by their folder.
 */
final class Slotting {
    private Slotting() {}

    static List<Assignment> of(Filing filing, Spots spots, Cluster cluster) {
        List<Assignment> csrs = csrs(filing, spots);
        Deliveries deliveries = Deliveries.of(filing, cluster, csrs);
        List<Assignment> leaves = LeafAssignment.of(filing, spots, cluster, csrs, deliveries);
        List<Assignment> all = new ArrayList<>(csrs);
        all.addAll(leaves);
        all.addAll(WithoutPurpose.of(filing, leaves));
        all.addAll(authorities(filing, deliveries, all, spots.folders()));
        return all;
    }

    private static List<Assignment> csrs(Filing filing, Spots spots) {
        List<Assignment> csrs = new ArrayList<>();
        for (Filed<Csr> filed : filing.serversCsrs()) {
            if (filed.purpose() != Purpose.UNKNOWN) {
                csrs.add(new Assignment(SlotKey.of(spots.node(filed), filed.purpose()), filed, CSR));
            }
        }
        return List.copyOf(csrs);
    }

    /**
     * CA certificates belong to the slots of their place, or of their folder if the folder shows no purpose. A CA
     * certificate that matches CAPF's CSR is CAPF's leaf, also in a delivery.
     */
    private static List<Assignment> authorities(
            Filing filing, Deliveries deliveries, List<Assignment> assigned, NodeFolders folders) {
        List<Filed<Certificate>> certificates = filing.serversAuthorities();
        if (certificates.isEmpty()) {
            return List.of();
        }
        SlotIndex index = SlotIndex.of(assigned, folders);
        List<Assignment> authorities = new ArrayList<>();
        for (Filed<Certificate> filed : certificates) {
            Set<SlotKey> near = filed.place().purpose().isPresent() ? index.atSpot(filed) : index.inFolder(filed);
            Map<SlotKey, Csr> asking = index.asking(filed.object().key());
            for (SlotKey slot : near) {
                authorities.add(
                        new Assignment(slot, filed, asking.containsKey(slot) ? ANSWERING_AUTHORITY : AUTHORITY));
            }
            if (deliveries.contains(filed.place())) {
                for (SlotKey slot : asking.keySet()) {
                    if (slot.purpose() == Purpose.CAPF && !near.contains(slot)) {
                        authorities.add(new Assignment(slot, filed, DELIVERED_LEAF));
                    }
                }
            }
        }
        return authorities;
    }
}
