package io.github.cucmcerts.report;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.report.HtmlPage.Badge;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cluster at a glance: a table of nodes by purposes.
 *
 * @param more a note on nodes that are not shown; empty if all are
 */
public record Glance(List<String> purposes, List<Row> rows, String more) {
    private static final int MAX_NODES = 200;

    /** A node's cells, one for each purpose, except those that a cell above spans. */
    public record Row(String node, String role, List<Cell> cells) {}

    /**
     * What a node has for a purpose.
     *
     * @param span how many rows it covers
     * @param sets usually one
     * @param deployed what the node has now; empty if that is unknown
     */
    public record Cell(int span, List<Link> sets, String deployed) {
        private static final Cell EMPTY = new Cell(1, List.of(), "");

        private boolean isSharedWith(Cell below) {
            return !sets.isEmpty() && sets.equals(below.sets) && deployed.equals(below.deployed);
        }

        private Cell spanning(int rows) {
            return new Cell(rows, sets, deployed);
        }
    }

    /**
     * An upload set.
     *
     * @param anchor empty if the page does not show the set
     */
    public record Link(String set, String anchor, Badge state, String kind) {}

    /** A node, and its sets and its certificates by purpose. */
    private record Node(NodeName name, Map<String, List<UploadSet>> sets, Map<String, CertificateRow> deployed) {
        Node(NodeName name) {
            this(name, new HashMap<>(), new HashMap<>());
        }
    }

    static Glance of(Report report, List<CertificateRow> certificates, Set<String> shown) {
        List<Node> nodes = nodes(report, certificates);
        List<String> purposes = purposes(nodes);
        List<Node> first = nodes.subList(0, Math.min(MAX_NODES, nodes.size()));
        return new Glance(
                purposes,
                rows(first, purposes, report, shown),
                nodes.size() == first.size()
                        ? ""
                        : report.language()
                                .text(
                                        "report.glance-more",
                                        "Nodes that are not in this table: {number}.",
                                        "number",
                                        nodes.size() - first.size()));
    }

    private static List<String> purposes(List<Node> nodes) {
        Set<String> used = new HashSet<>();
        for (Node node : nodes) {
            used.addAll(node.sets.keySet());
            used.addAll(node.deployed.keySet());
        }
        List<String> purposes = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            if (used.contains(purpose.label())) {
                purposes.add(purpose.label());
            }
        }
        return List.copyOf(purposes);
    }

    /** The configured nodes in their order, then the other nodes by name. */
    private static List<Node> nodes(Report report, List<CertificateRow> certificates) {
        List<Node> nodes = new ArrayList<>();
        Map<String, List<Node>> byLabel = new HashMap<>();
        for (NodeName name : report.facts().cluster().nodes()) {
            node(name, nodes, byLabel);
        }
        int configured = nodes.size();
        for (UploadSet set : report.sets()) {
            List<String> names = CertificateList.nodes(set);
            for (String name : names.isEmpty() ? List.of("") : names) {
                node(CertificateList.lastOf(name), nodes, byLabel)
                        .sets
                        .computeIfAbsent(set.purpose().label(), purpose -> new ArrayList<>())
                        .add(set);
            }
        }
        for (CertificateRow row : certificates) {
            if (row.isServed()) {
                for (String name : row.nodes()) {
                    node(CertificateList.lastOf(name), nodes, byLabel).deployed.putIfAbsent(row.place(), row);
                }
            }
        }
        nodes.subList(configured, nodes.size())
                .sort(Comparator.comparing((Node node) -> node.name.value(), String.CASE_INSENSITIVE_ORDER));
        return nodes;
    }

    private static Node node(NodeName name, List<Node> nodes, Map<String, List<Node>> byLabel) {
        List<Node> alike = byLabel.computeIfAbsent(name.label(), label -> new ArrayList<>());
        for (Node node : alike) {
            if (node.name.sameAs(name)) {
                return node;
            }
        }
        Node node = new Node(name);
        alike.add(node);
        nodes.add(node);
        return node;
    }

    private static List<Row> rows(List<Node> nodes, List<String> purposes, Report report, Set<String> shown) {
        Language language = report.language();
        List<List<Cell>> columns = new ArrayList<>();
        for (String purpose : purposes) {
            columns.add(column(nodes, purpose, report, shown));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            List<Cell> cells = new ArrayList<>();
            for (List<Cell> column : columns) {
                if (column.get(i).span > 0) {
                    cells.add(column.get(i));
                }
            }
            NodeName name = nodes.get(i).name;
            rows.add(new Row(
                    name.value().isEmpty()
                            ? language.text("report.glance-no-node", "no node")
                            : Visible.of(name.value()),
                    role(name, report.facts().cluster(), language),
                    cells));
        }
        return rows;
    }

    /** A purpose's cells from top to bottom. Equal neighbours become one cell; those that it covers have the span 0. */
    private static List<Cell> column(List<Node> nodes, String purpose, Report report, Set<String> shown) {
        List<Cell> cells = new ArrayList<>();
        int first = 0;
        for (Node node : nodes) {
            Cell cell = cell(node, purpose, report, shown);
            if (!cells.isEmpty() && cells.get(first).isSharedWith(cell)) {
                cells.add(cell.spanning(0));
                cells.set(first, cell.spanning(cells.size() - first));
            } else {
                first = cells.size();
                cells.add(cell);
            }
        }
        return cells;
    }

    private static Cell cell(Node node, String purpose, Report report, Set<String> shown) {
        List<Link> sets = new ArrayList<>();
        for (UploadSet set : node.sets.getOrDefault(purpose, List.of())) {
            sets.add(link(set, node.name, report, shown));
        }
        CertificateRow deployed = node.deployed.get(purpose);
        return sets.isEmpty() && deployed == null
                ? Cell.EMPTY
                : new Cell(1, List.copyOf(sets), deployed == null ? "" : days(deployed, report.language()));
    }

    private static Link link(UploadSet set, NodeName node, Report report, Set<String> shown) {
        State state = report.state(set);
        String anchor = shown.contains(set.id()) ? HtmlReport.anchor(set.id()) : "";
        String kind = set.multiServer() ? report.language().text("report.multi-server", "multi-server") : "";
        if (report.scope().isServed()) {
            String oldTls = ServedText.oldTls(report, set, node);
            return new Link(set.id(), anchor, ServedText.badge(report, set, node), oldTls.isEmpty() ? kind : oldTls);
        }
        return new Link(set.id(), anchor, new Badge(HtmlReport.tone(state), report.label(state)), kind);
    }

    private static String days(CertificateRow deployed, Language language) {
        long days = deployed.daysLeft();
        return days < 0
                ? language.text("report.glance-expired", "deployed: expired")
                : language.counted(
                        "report.glance-days", days, "deployed: {number} day left", "deployed: {number} days left");
    }

    private static String role(NodeName name, Cluster cluster, Language language) {
        if (cluster.isPresence(name)) {
            return language.text("report.glance-presence", "IM and Presence");
        }
        if (cluster.publisher().isPresent() && name.sameAs(cluster.publisher().get())) {
            return language.text("report.glance-publisher", "publisher");
        }
        return name.sameAsAny(cluster.subscribers()) ? language.text("report.glance-subscriber", "subscriber") : "";
    }
}
