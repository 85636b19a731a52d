package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.trust.TrustStore;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * One node and purpose: its CSR, its leaf, and the CA certificates that go up with it.
 *
 * @param id {@code node/purpose}
 * @param node the node's folders, joined by {@code /}; empty where there is none
 * @param distribution whether it is for one node or for several
 * @param csr the CSR that counts: of its own, or borrowed; none where several are unanswered
 * @param unanswered the CSRs of its own that no certificate answers
 * @param leaf the certificate to upload as the purpose's own
 * @param rivals where no leaf could be told: the certificates that could be it
 * @param history older pairs, and pairs that are deployed already
 * @param own the CSRs and certificates in its own folder, copies too
 * @param stores the trust store of each node that it serves
 * @param identities the deployed identity certificates of its nodes
 * @param unreplaced the deployed identity certificates of its nodes that no set brings another for
 * @param heldCsrs the CSRs that its nodes hold, as {@code deployed/} tells
 * @param isDeployed whether its leaf is what every node serves of which {@code deployed/} tells an identity
 */
public record UploadSet(
        String id,
        String node,
        Purpose purpose,
        Distribution distribution,
        Optional<Csr> csr,
        List<Csr> unanswered,
        Optional<Certificate> leaf,
        List<Certificate> rivals,
        List<Pair> history,
        List<NamedKey> own,
        List<TrustStore> stores,
        List<Certificate> identities,
        List<Certificate> unreplaced,
        List<Csr> heldCsrs,
        boolean isDeployed) {

    public boolean multiServer() {
        return distribution.multiServer();
    }

    /** The nodes that a multi-server set serves; none where it is for one node. */
    public List<NodeName> served() {
        return distribution.served();
    }

    /** The node's own name: the last of its folders. */
    public NodeName nodeName() {
        return new NodeName(node.substring(node.lastIndexOf('/') + 1));
    }

    /** Whether it has a leaf that is not deployed yet. */
    public boolean isToBeUploaded() {
        return leaf.isPresent() && !isDeployed;
    }

    /** The CSR where there is one, else the leaf: what rules on nodes judge. */
    public Optional<NamedKey> request() {
        return csr.<NamedKey>map(request -> request).or(() -> leaf);
    }

    /** The CSR that counts and those that no certificate answers, each once. */
    public List<Csr> csrs() {
        return Stream.concat(csr.stream(), unanswered.stream()).distinct().toList();
    }

    /** What a rule says of CSR and leaf, where both are there. */
    public void ifBoth(BiConsumer<Csr, Certificate> judgement) {
        csr.ifPresent(request -> leaf.ifPresent(answer -> judgement.accept(request, answer)));
    }

    /** The certificates in its own folder, copies too. */
    public Stream<Certificate> ownCertificates() {
        return own.stream().filter(Certificate.class::isInstance).map(Certificate.class::cast);
    }

    /** CSR and leaf, as far as they are there. */
    public List<NamedKey> namedKeys() {
        return Stream.<NamedKey>concat(csr.stream(), leaf.stream()).toList();
    }
}
