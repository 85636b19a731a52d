package io.github.cucmcerts.upload;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import java.util.List;

/**
 * What {@code deployed/} says of a set.
 *
 * @param identities the identity certificates of its nodes
 * @param unreplaced those of them that no set brings another for
 * @param siblings the identity certificates of the -ECDSA sibling of its purpose, on its nodes, that no set brings another for
 * @param csrs the CSRs that its nodes hold, except those that an identity answers
 * @param isLeaf whether its leaf is what every node serves of which {@code deployed/} has an identity
 */
public record DeployedState(
        List<Certificate> identities,
        List<Certificate> unreplaced,
        List<Certificate> siblings,
        List<Csr> csrs,
        boolean isLeaf) {}
