package io.github.cucmcerts.rule.deployed;

import io.github.cucmcerts.inventory.Export.Unassigned;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;

/**
 * The formats of the exports are from Cisco's DevNet page and from public clients. How the plugin handles the rest is
 * its own rule.
 */
public final class ExportUnassigned extends DirectoryRule {
    public ExportUnassigned() {
        super(RuleInfo.of(
                        "export-unassigned", Topic.DEPLOYED, Severity.WARNING, "A part of an export cannot be assigned")
                .message("A part of the export cannot be assigned[ (line {line})]: {reason}.")
                .rationale(
                        "The plugin does not guess: it does not use a part that it cannot assign. This part can be the certificate that keeps yours out of a trust store, or the CSR that the node holds now.")
                .causes(
                        "The session {withoutCommand} starts below the command that printed this part, or another command printed it.",
                        "{withoutServer} is an error message of the node, or was edited.",
                        "The session {withoutNode} is not named after its node.",
                        "The purpose or trust store in {withoutUnit} is from a release that the plugin does not know, or its name was cut off or edited.",
                        "{contradicting} or another export is older than a change on the node, or is from another node but has this node's name or is in this node's folder. Or it is the output of a query, and the database still contains a former certificate.",
                        "The release writes its exports in another form, the query differs from the query in document 214231, or the file was edited.")
                .remedy(
                        "[If another command printed this part, remove this part from {withoutCommand}. Otherwise, save the whole session on the node again, from before the first command on (`show cert own …`, `show cert trust …`, `show csr own …`, and the lists), and replace {withoutCommand} with the new session.][Export the certificates of the node again, and replace {withoutServer}.][Name {withoutNode} after its node, for example deployed/cucm-pub.txt, or put it into the folder of the node.][If the name in {withoutUnit} was cut off or edited, export the certificates of the node again. If CUCM has such a purpose or trust store, accept the finding with a waiver.][If {contradicting} or the other export is from another cluster, move it to a folder named archive. If it is from another node of this cluster, put it into the folder of that node, deployed/<node>/. Otherwise, export everything that these exports show again, and replace them with the new exports. If the output of a query still shows two certificates for one purpose of a node, use the goal snapshot (release 14 and later) or a session instead of the query.][Get {form} from the node again, and do not edit it. If it is the output of a query, use the query in document 214231. If the new export is the same, accept the finding with a waiver.]")
                .source(Source.THIS_PLUGIN, "What is on the nodes", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Unassigned part : facts.exports().unassigned()) {
            Findings.Draft draft = findings.on(part.origin()).with("reason", part.reason());
            String selecting = switch (part.cause()) {
                case NO_COMMAND -> "withoutCommand";
                case NO_SERVER -> "withoutServer";
                case NO_NODE -> "withoutNode";
                case NO_UNIT -> "withoutUnit";
                case CONTRADICTION -> "contradicting";
                case FORM -> "form";
            };
            draft.with(selecting, part.origin().file());
            if (part.origin().line() > 0) {
                draft.with("line", Integer.toString(part.origin().line()));
            }
            draft.report();
        }
    }
}
