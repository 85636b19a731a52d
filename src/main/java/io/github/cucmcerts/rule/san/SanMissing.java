package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.SanEntry;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Document 217138, Troubleshoot: CUCM rejects the upload if the CSR and the certificate do not have the same set of
 * names.
 */
public final class SanMissing extends SetRule {
    public SanMissing() {
        super(RuleInfo.of(
                        "san-missing", Topic.SAN, Severity.ERROR, "The certificate lacks names that the CSR requested")
                .message("The certificate lacks {missing}, which CSR {csr} requested.")
                .cucm("CSR SAN and Certificate SAN does not match")
                .rationale(
                        "CUCM compares the subject alternative names of the CSR and the certificate as sets. It rejects the certificate if they differ.")
                .causes("The CA dropped names, often the parent domain.")
                .remedy(
                        "Have the CA issue the certificate again with exactly the names of the CSR.[ If the CA cannot do this, the CSR must not request {removable}. In this case, do the following steps.][ If {alternatehostname} is the alternatehostname (`show web-security`), run `set web-security` again without it (docs/recipes.md shows how). "
                                + NameFields.WARNING
                                + "][ Generate a new CSR without {removable}.][ For the new CSR, leave Parent Domain empty, so that it does not request {parentDomain}.][ For the new CSR, remove {otherDomains} from Other Domains. If the new CSR still requests one of these names, run `set web-security` again without this name as alternatehostname (docs/recipes.md shows how), and then generate the CSR again. "
                                + NameFields.WARNING
                                + "][ Check that the new CSR does not request {removable}, and have it signed.]")
                .source(
                        Source.TECH_NOTE,
                        "Troubleshoot: CSR SAN and certificate SAN do not match",
                        Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return hasCsrAndLeaf(set);
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Csr csr = set.csr().orElseThrow();
        Certificate leaf = set.leaf().orElseThrow();
        List<String> missing = SanComparison.entriesOnlyIn(csr, leaf);
        if (missing.isEmpty()) {
            return;
        }
        Findings.Draft draft =
                findings.on(leaf).with("csr", csr.origin().file()).with("missing", missing);
        List<SanEntry> names = SanComparison.onlyIn(csr, leaf);
        if (names.stream().noneMatch(name -> isOfNode(name, set))) {
            NameFields.add("removable", names, set, draft);
        }
        draft.report();
    }

    /** CUCM itself puts the names of the nodes into the CSR, so nobody can leave them out. */
    private static boolean isOfNode(SanEntry name, UploadSet set) {
        return Stream.concat(set.served().stream(), Stream.of(set.ownNode()))
                .anyMatch(node ->
                        name.host().map(NodeName::new).filter(node::sameAs).isPresent());
    }
}
