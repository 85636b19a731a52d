package io.github.cucmcerts.upload;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import java.util.List;

/**
 * What {@code deployed/} says about a set.
 *
 * @param identities the identity certificates of its nodes
 * @param unreplaced the identities that no set replaces
 * @param siblings the identity certificates of its purpose's -ECDSA sibling, on its nodes, that no set replaces
 * @param csrs the CSRs that its nodes hold, except those that an identity matches
 * @param isLeaf whether every node with a known identity already serves this leaf
 */
public record DeployedState(
        List<Certificate> identities,
        List<Certificate> unreplaced,
        List<Certificate> siblings,
        List<Csr> csrs,
        boolean isLeaf) {}
