package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.CommonName;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One node and purpose: its CSR, its leaf, and the CA certificates that are uploaded with it.
 *
 * @param slot the objects of its folders
 * @param distribution whether it is for one node or for several
 * @param match which CSR and leaf belong together
 * @param deployed what its nodes hold and serve today
 */
public record UploadSet(Slot slot, Distribution distribution, Match match, DeployedState deployed) {
    /** {@code node/purpose}. */
    public String id() {
        return slot.id();
    }

    public Purpose purpose() {
        return slot.purpose();
    }

    /** The node's folders, joined by {@code /}; empty if there is no node. */
    public String node() {
        return String.join("/", slot.node());
    }

    /** The node's own name: the last of its folders; empty if there is no node. */
    public NodeName nodeName() {
        return slot.node().isEmpty() ? new NodeName("") : Nodes.last(slot.node());
    }

    /** The node of a single-server set: the folder's node, or the node in the CSR's common name. */
    public NodeName ownNode() {
        if (!slot.node().isEmpty()) {
            return nodeName();
        }
        Optional<String> name = request().flatMap(request -> request.subject().commonName());
        return name.isPresent() ? new CommonName(name.get()).node() : nodeName();
    }

    public boolean multiServer() {
        return distribution.multiServer();
    }

    /**
     * Whether it also serves the node of a single-server set of the same purpose. A multi-server set that is guessed from its names
     * does not count: the certificate of one node can also name all nodes.
     */
    public boolean includes(UploadSet single) {
        return multiServer()
                && !distribution.guessed()
                && !single.multiServer()
                && purpose() == single.purpose()
                && single.ownNode().sameAsAny(served());
    }

    /** The nodes that a multi-server set serves; empty if the set is for one node. */
    public List<NodeName> served() {
        return distribution.served();
    }

    /** The CSR that counts: its own, or another slot's; empty if several are unanswered. */
    public Optional<Csr> csr() {
        return match.csr();
    }

    /** The certificate to upload as the purpose's own. */
    public Optional<Certificate> leaf() {
        return match.leaf();
    }

    public boolean isDeployed() {
        return deployed.isLeaf();
    }

    /** Whether it has a leaf that is not deployed yet. */
    public boolean isToBeUploaded() {
        return leaf().isPresent() && !isDeployed();
    }

    /** The CSR or, if there is none, the leaf. Rules about nodes read it. */
    public Optional<NamedKey> request() {
        return namedKeys().stream().findFirst();
    }

    /** The CSR and the leaf, as far as they exist. */
    public List<NamedKey> namedKeys() {
        return Stream.<NamedKey>concat(csr().stream(), leaf().stream()).toList();
    }

    /** The CSR that counts and the CSRs that no certificate matches, each once. */
    public List<Csr> csrs() {
        return Stream.concat(csr().stream(), match.unanswered().stream())
                .distinct()
                .toList();
    }
}
