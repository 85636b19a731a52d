package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.SanEntry;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Distribution;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compares subject alternative names as sets. */
final class SanComparison {
    private SanComparison() {}

    /** The entries that only the first object has, each once. */
    static List<String> entriesOnlyIn(NamedKey one, NamedKey other) {
        Set<String> entries = new LinkedHashSet<>();
        for (SanEntry entry : onlyIn(one, other)) {
            entries.add(entry.toString());
        }
        return List.copyOf(entries);
    }

    /** The same, as entries; equal entries can repeat. */
    static List<SanEntry> onlyIn(NamedKey one, NamedKey other) {
        Set<String> keys = new HashSet<>();
        for (SanEntry entry : other.extensions().san()) {
            keys.add(entry.key());
        }
        List<SanEntry> only = new ArrayList<>();
        for (SanEntry entry : one.extensions().san()) {
            if (!keys.contains(entry.key())) {
                only.add(entry);
            }
        }
        return List.copyOf(only);
    }

    /** Reports the entries of the leaf that its CSR did not request. */
    static void reportAdded(UploadSet set, Findings findings) {
        Csr csr = set.csr().orElseThrow();
        Certificate leaf = set.leaf().orElseThrow();
        List<String> added = SanComparison.entriesOnlyIn(leaf, csr);
        if (!added.isEmpty()) {
            findings.on(leaf)
                    .with("csr", csr.origin().file())
                    .with("added", added)
                    .report();
        }
    }

    /** The entries that both have, but that are written differently or repeated. */
    static List<Message> differentForms(NamedKey csr, NamedKey leaf) {
        Map<String, List<String>> requested = forms(csr);
        Map<String, List<String>> given = forms(leaf);
        List<Message> different = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : requested.entrySet()) {
            List<String> inCsr = entry.getValue();
            List<String> inLeaf = given.getOrDefault(entry.getKey(), inCsr);
            if (!inLeaf.equals(inCsr)) {
                different.add(Message.of(
                        "reason.name-differs",
                        "{asked} in the CSR, {given} in the certificate",
                        "asked",
                        String.join(" + ", inCsr),
                        "given",
                        String.join(" + ", inLeaf)));
            }
        }
        return different;
    }

    private static Map<String, List<String>> forms(NamedKey object) {
        Map<String, List<String>> forms = new TreeMap<>();
        for (SanEntry entry : object.extensions().san()) {
            forms.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.toString());
        }
        for (List<String> ofEntry : forms.values()) {
            Collections.sort(ofEntry);
        }
        return forms;
    }

    /** Whether the set has a CSR that requests names. */
    static boolean requestsNames(UploadSet set) {
        return set.csr().isPresent() && !set.csr().get().extensions().san().isEmpty();
    }

    /**
     * The object that decides the node's names: the CSR, or the leaf if the CSR requests none, because the CA may add
     * some (document 118855).
     */
    static Optional<? extends NamedKey> naming(UploadSet set) {
        return requestsNames(set) ? set.csr() : set.leaf();
    }

    static boolean hasDnsName(NamedKey object, String name) {
        for (SanEntry entry : object.extensions().san()) {
            if (entry.isDnsName(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reports the configured nodes that the names leave out, if the names include at least one node. A multi-server CSR
     * contains only host names, so a node that is configured by its address is not reported.
     */
    static void reportNodesLeftOut(UploadSet set, Facts facts, Findings findings) {
        NamedKey request = set.request().orElseThrow();
        boolean namesAny = false;
        List<String> missing = new ArrayList<>();
        for (NodeName node : facts.cluster().nodes(set.purpose())) {
            if (Distribution.names(request, node)) {
                namesAny = true;
            } else if (!node.isAddress()) {
                missing.add(node.value());
            }
        }
        if (namesAny && !missing.isEmpty()) {
            findings.on(request)
                    .with("missing", missing)
                    .with(
                            set.csr().isPresent() ? "csr" : "certificate",
                            request.origin().file())
                    .report();
        }
    }
}
