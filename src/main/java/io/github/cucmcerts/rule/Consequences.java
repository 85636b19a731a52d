package io.github.cucmcerts.rule;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Finding.Explanation;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.trust.Chain;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Fault;
import io.github.cucmcerts.trust.Rejection;
import io.github.cucmcerts.upload.Match;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads.OwnedCsr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds which findings follow from another finding. Whoever does what the first one requests also fixes the others,
 * and their own remedies would be wrong or useless. Only findings that count explain others or are explained, and a
 * less severe finding explains nothing.
 */
final class Consequences {
    private static final String KEY_MISMATCH = "csr-public-key-mismatch";
    private static final String CSR_MISSING = "csr-missing";
    private static final String NODE_MISMATCH = "node-mismatch";
    private static final String KEY_SHARED = "key-shared";
    private static final String SELF_SIGNED = "leaf-self-signed";
    private static final String SAN_MISSING = "san-missing";
    private static final String NOT_CA_SIGNED = "purpose-not-ca-signed";

    /** Rules that compare a certificate with its CSR. */
    private static final Set<String> COMPARISONS = Set.of(
            "csr-subject-mismatch",
            "csr-subject-reduced",
            "san-missing",
            "san-added",
            "san-unrequested",
            "san-differs-in-form",
            "key-usage-missing",
            "encipherment-usage-missing",
            "extended-key-usage-missing");

    /** Rules that compare a CSR or certificate with the node and purpose of its folder. */
    private static final Set<String> OF_THE_PLACE = Set.of(
            "csr-superseded",
            "identity-changes",
            "san-wildcard",
            "san-node-missing",
            "san-callmanager-node-missing",
            "san-lacks-common-name",
            "leaf-is-ca",
            "key-usage-not-requested",
            "key-type-mismatch",
            "key-size",
            "capf-constraints",
            "capf-path-length",
            "multi-server-unsupported",
            "capf-on-subscriber");

    /** Rules that report part of what another rule reports on the same object; the remedy of the other rule is enough. */
    private static final Map<String, String> SAID_BY = Map.of(
            "capf-path-length", "capf-constraints",
            "weak-signature", "fips-signature",
            "key-size", "key-too-large",
            "san-lacks-common-name", "san-wildcard",
            "san-node-missing", "multi-server-unsupported",
            "san-callmanager-node-missing", "node-not-named",
            "critical-extension", "path-invalid",
            "san-malformed", "path-invalid",
            "certificate-unused", "trust-certificate-not-taken");

    private final Facts facts;
    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<String, UploadSet> sets = new HashMap<>();
    /** The first finding that counts, by upload set and rule, and also by upload set, rule, and object. */
    private final Map<List<String>, Finding> firsts = new HashMap<>();

    private Consequences(List<Finding> findings, List<Rule> rules, Facts facts) {
        this.facts = facts;
        rules.forEach(rule -> this.rules.put(rule.info().id(), rule));
        facts.uploads().all().forEach(set -> sets.put(set.id(), set));
        for (Finding finding : findings) {
            if (finding.waiver().isEmpty() && finding.uploadSet().isPresent()) {
                String set = finding.uploadSet().get();
                String rule = finding.rule().id();
                firsts.putIfAbsent(List.of(set, rule), finding);
                finding.sha256().ifPresent(object -> firsts.putIfAbsent(List.of(set, rule, object), finding));
            }
        }
    }

    /**
     * The same findings. A finding that follows from another one names it.
     *
     * @param findings with their waivers
     * @param rules the rules that were checked
     */
    static List<Finding> explain(List<Finding> findings, List<Rule> rules, Facts facts) {
        Consequences consequences = new Consequences(findings, rules, facts);
        List<Finding> explained = new ArrayList<>();
        for (Finding finding : findings) {
            explained.add(consequences
                    .cause(finding)
                    .map(first -> finding.explained(Explanation.of(first)))
                    .orElse(finding));
        }
        return explained;
    }

    private Optional<Finding> cause(Finding finding) {
        UploadSet set = finding.uploadSet().map(sets::get).orElse(null);
        if (set == null || finding.waiver().isPresent() || finding.rule().topic() == Topic.ENGINE) {
            return Optional.empty();
        }
        return ofThePurpose(finding, set)
                .or(() -> ofSwappedCsrs(finding, set))
                .or(() -> ofTheLeafsFolder(finding, set))
                .or(() -> ofTheCsrsFolder(finding, set))
                .or(() -> ofASelfSignedLeaf(finding, set))
                .or(() -> ofLostNames(finding, set))
                .or(() -> saidBefore(finding, set))
                .filter(first -> first.severity().compareTo(finding.severity()) <= 0)
                .filter(first -> cause(first).isEmpty());
    }

    /** Nothing must be uploaded for the purpose, so whatever else is wrong does not matter. */
    private Optional<Finding> ofThePurpose(Finding finding, UploadSet set) {
        return finding.rule().id().equals(NOT_CA_SIGNED) ? Optional.empty() : first(set, NOT_CA_SIGNED);
    }

    /** The CSRs of two nodes are in each other's folder, so the CSRs must move, not the certificates. */
    private Optional<Finding> ofSwappedCsrs(Finding finding, UploadSet set) {
        boolean isOfTheKeys = finding.rule().id().equals(KEY_MISMATCH)
                || COMPARISONS.contains(finding.rule().id());
        Optional<Finding> here = first(set, NODE_MISMATCH);
        Optional<UploadSet> other = answered(set, KEY_MISMATCH);
        if (!isOfTheKeys || here.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Optional<Finding> there = first(other.get(), NODE_MISMATCH);
        return here.filter(found -> there.isPresent()
                && value(there.get(), "csrNode").equals(value(found, "folderNode"))
                && !isFound(finding, answeredPair(set, other.get())));
    }

    /** The certificate belongs to another folder and is right there. */
    private Optional<Finding> ofTheLeafsFolder(Finding finding, UploadSet set) {
        boolean isOnLeaf = set.leaf().map(NamedKey::sha256).equals(finding.sha256());
        if (!isOnLeaf || !isOfCsrOrPlace(finding)) {
            return Optional.empty();
        }
        for (String rule : List.of(KEY_MISMATCH, CSR_MISSING)) {
            Optional<UploadSet> other = answered(set, rule);
            if (other.isPresent() && !isFound(finding, answeredPair(set, other.get()))) {
                return first(set, rule);
            }
        }
        return Optional.empty();
    }

    /** The CSR and the certificate belong to another node's folder and are right there. */
    private Optional<Finding> ofTheCsrsFolder(Finding finding, UploadSet set) {
        if (finding.rule().id().equals(KEY_SHARED)) {
            return ofACopiedCsr(finding, set);
        }
        Optional<Finding> first = first(set, NODE_MISMATCH);
        if (first.isEmpty() || !OF_THE_PLACE.contains(finding.rule().id())) {
            return Optional.empty();
        }
        NodeName node = new NodeName(value(first.get(), "csrNode"));
        Optional<UploadSet> other = facts.singleServerSets(set.purpose(), node).stream()
                .filter(each -> each.nodeName().sameAs(node))
                .findFirst();
        return first.filter(found -> other.isPresent() && !isFound(finding, moved(set.match(), other.get())));
    }

    /** The CSR was copied from or to the only other set with this key. */
    private Optional<Finding> ofACopiedCsr(Finding finding, UploadSet set) {
        List<String> others = finding.evidence().get("others");
        UploadSet other = others.size() == 1 ? sets.get(others.get(0)) : null;
        if (other == null) {
            return Optional.empty();
        }
        return first(set, NODE_MISMATCH)
                .filter(found -> other.nodeName().sameAs(new NodeName(value(found, "csrNode"))))
                .or(() -> first(other, NODE_MISMATCH)
                        .filter(found -> set.nodeName().sameAs(new NodeName(value(found, "csrNode")))));
    }

    /** No CA issued the certificate, so the CA did not cause its differences from the CSR. */
    private Optional<Finding> ofASelfSignedLeaf(Finding finding, UploadSet set) {
        boolean isReplaced = COMPARISONS.contains(finding.rule().id())
                || finding.rule().id().equals(KEY_MISMATCH)
                        && answered(set, KEY_MISMATCH).isEmpty();
        return isReplaced ? first(set, SELF_SIGNED) : Optional.empty();
    }

    /** The CSR requested the names, and the CA dropped them. */
    private Optional<Finding> ofLostNames(Finding finding, UploadSet set) {
        List<String> names = switch (finding.rule().id()) {
            case "identity-changes" -> finding.evidence().get("lost");
            case "san-lacks-common-name" -> List.of("DNS:" + value(finding, "name"));
            default -> List.of();
        };
        boolean isWhole = !names.isEmpty() && names.size() <= Bounds.VALUES;
        return first(set, SAN_MISSING)
                .filter(found -> isWhole && found.evidence().get("missing").containsAll(names));
    }

    private Optional<Finding> saidBefore(Finding finding, UploadSet set) {
        String rule = SAID_BY.get(finding.rule().id());
        if (rule == null || finding.sha256().isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                        firsts.get(List.of(set.id(), rule, finding.sha256().get())))
                .filter(first -> fixesToo(first, finding, set));
    }

    private boolean fixesToo(Finding first, Finding finding, UploadSet set) {
        return switch (finding.rule().id()) {
            case "san-lacks-common-name" ->
                first.evidence().get("wildcards").stream().anyMatch(name -> name.startsWith("CN="));
            // in mixed mode, the CA that key-too-large requests can still have 4096 bits
            case "key-size" -> !first.evidence().containsKey("authority");
            case "san-callmanager-node-missing" -> {
                List<String> missing = finding.evidence().get("missing");
                yield missing.size() <= Bounds.VALUES
                        && first.evidence().get("missing").containsAll(missing);
            }
            // the path's rejection names only one of several
            case "critical-extension" ->
                leafsFault(set)
                                .filter(Set.of(Fault.UNKNOWN_CRITICAL, Fault.MUST_NOT_BE_CRITICAL)::contains)
                                .isPresent()
                        && finding.evidence().get("extensions").size() == 1;
            case "san-malformed" ->
                leafsFault(set).isPresent()
                        && finding.evidence()
                                .get("malformed")
                                .equals(first.evidence().get("name"));
            case "certificate-unused" -> first.evidence().containsKey("unneeded");
            default -> true;
        };
    }

    /** The fault for which RFC 5280 rejects the set's path, if it is a fault of the leaf. */
    private Optional<Fault> leafsFault(UploadSet set) {
        return facts.chain(set, Chain.Invalid.class)
                .map(Chain.Invalid::rejection)
                .filter(rejection -> set.leaf().equals(Optional.of(rejection.culprit())))
                .map(Rejection::fault);
    }

    private static boolean isOfCsrOrPlace(Finding finding) {
        return COMPARISONS.contains(finding.rule().id())
                || OF_THE_PLACE.contains(finding.rule().id());
    }

    private Optional<Finding> first(UploadSet set, String rule) {
        return Optional.ofNullable(firsts.get(List.of(set.id(), rule)));
    }

    /** The other set whose CSR the certificate matches, if that rule names it. */
    private Optional<UploadSet> answered(UploadSet set, String rule) {
        return first(set, rule)
                .filter(found -> found.evidence().containsKey("set"))
                .map(found -> sets.get(value(found, "set")));
    }

    /** The set's certificate with the CSR that it matches. */
    private UploadSet answeredPair(UploadSet set, UploadSet other) {
        Optional<OwnedCsr> csr = set.leaf().flatMap(leaf -> facts.uploads().csrOf(leaf.key()));
        return moved(new Match(csr.map(OwnedCsr::csr), List.of(), set.leaf(), List.of(), List.of()), other);
    }

    private static UploadSet moved(Match match, UploadSet place) {
        return new UploadSet(place.slot(), place.distribution(), match, place.deployed());
    }

    /** Whether the rule finds the same on that set; also true if the rule fails, because then the answer is unknown. */
    private boolean isFound(Finding finding, UploadSet set) {
        if (!(rules.get(finding.rule().id()) instanceof SetRule rule)) {
            return true;
        }
        Findings found = new Findings(rule.info(), Severities.unchanged(), Optional.of(set.id()));
        try {
            if (rule.appliesTo(set)) {
                rule.check(set, facts, found);
            }
            return found.all().stream().anyMatch(other -> other.sha256().equals(finding.sha256()));
        } catch (RuntimeException | StackOverflowError e) {
            return true;
        }
    }

    private static String value(Finding finding, String name) {
        return finding.evidence().get(name).get(0);
    }
}
