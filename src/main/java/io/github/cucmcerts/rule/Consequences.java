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
 * Tells which findings follow from another one: doing what that one asks for mends them, too, and what they ask for
 * themselves would be wrong or useless. Only what counts explains or is explained, and nothing is explained by what weighs
 * less.
 */
final class Consequences {
    private static final String KEY_MISMATCH = "csr-public-key-mismatch";
    private static final String CSR_MISSING = "csr-missing";
    private static final String NODE_MISMATCH = "node-mismatch";
    private static final String KEY_SHARED = "key-shared";
    private static final String SELF_SIGNED = "leaf-self-signed";
    private static final String SAN_MISSING = "san-missing";
    private static final String NOT_CA_SIGNED = "purpose-not-ca-signed";

    /** What compares a certificate with its CSR. */
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

    /** What compares a CSR or certificate with the node and purpose of its folder. */
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

    /** Findings that say part of what another one on the same object says, whose remedy is theirs. */
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
    /** By upload set and rule, and by object besides: the first that counts. */
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
     * The same findings, each that follows from another one with that one's name.
     *
     * @param findings with their waivers
     * @param rules those that were checked
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

    /** Nothing is to be uploaded for the purpose: what else is wrong with it does not matter. */
    private Optional<Finding> ofThePurpose(Finding finding, UploadSet set) {
        return finding.rule().id().equals(NOT_CA_SIGNED) ? Optional.empty() : first(set, NOT_CA_SIGNED);
    }

    /** Two nodes' CSRs lie in each other's folder: it is not the certificates that have to move. */
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

    /** The certificate belongs to another folder, where it is as it has to be. */
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

    /** CSR and certificate belong to another node's folder, where they are as they have to be. */
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

    /** The only other set with the key is the one from or to which the CSR was copied. */
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

    /** No CA made the certificate: that it is not what the CSR asks for is not the CA's doing. */
    private Optional<Finding> ofASelfSignedLeaf(Finding finding, UploadSet set) {
        boolean isReplaced = COMPARISONS.contains(finding.rule().id())
                || finding.rule().id().equals(KEY_MISMATCH)
                        && answered(set, KEY_MISMATCH).isEmpty();
        return isReplaced ? first(set, SELF_SIGNED) : Optional.empty();
    }

    /** The CSR asks for the names, and the CA dropped them. */
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
                .filter(first -> mendsToo(first, finding, set));
    }

    private boolean mendsToo(Finding first, Finding finding, UploadSet set) {
        return switch (finding.rule().id()) {
            case "san-lacks-common-name" ->
                first.evidence().get("wildcards").stream().anyMatch(name -> name.startsWith("CN="));
            // in mixed mode the CA that key-too-large asks for may still have 4096 bits
            case "key-size" -> !first.evidence().containsKey("authority");
            case "san-callmanager-node-missing" -> {
                List<String> missing = finding.evidence().get("missing");
                yield missing.size() <= Bounds.VALUES
                        && first.evidence().get("missing").containsAll(missing);
            }
            // of several, the path's rejection tells one
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

    /** What RFC 5280 has against the set's path for the sake of its leaf, if anything. */
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

    /** The other set whose CSR the certificate does answer, where that rule names it. */
    private Optional<UploadSet> answered(UploadSet set, String rule) {
        return first(set, rule)
                .filter(found -> found.evidence().containsKey("set"))
                .map(found -> sets.get(value(found, "set")));
    }

    /** The set's certificate with the CSR that it answers. */
    private UploadSet answeredPair(UploadSet set, UploadSet other) {
        Optional<OwnedCsr> csr = set.leaf().flatMap(leaf -> facts.uploads().csrOf(leaf.key()));
        return moved(new Match(csr.map(OwnedCsr::csr), List.of(), set.leaf(), List.of(), List.of()), other);
    }

    private static UploadSet moved(Match match, UploadSet place) {
        return new UploadSet(place.slot(), place.distribution(), match, place.deployed());
    }

    /** Whether the rule finds the same on that set; if it breaks down, nobody knows that it does not. */
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
