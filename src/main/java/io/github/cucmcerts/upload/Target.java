package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.NodeName;
import java.util.List;

/**
 * A slot and the nodes that its certificate is for.
 *
 * @param served the nodes of a multi-server certificate; empty if it is for the slot's own node
 */
public record Target(Slot slot, List<NodeName> served) {}
