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
                        "The saved session starts below the command {command}, or another command printed the block.",
                        "The file is an error message of the {naming}, or was edited.",
                        "The session is not named after its {node}.",
                        "The {unit} is from a release that the plugin does not know, or its name was cut off or edited.",
                        "One of the {several} is older than a change on the node, or is from another node but has this node's name.",
                        "The release writes its exports in another form, the query differs from the query in document 214231, or the file was edited.")
                .remedy(
                        "[On the node, enter the command {command} for this certificate or CSR (`show cert own …`, `show cert trust …`, or `show csr own …`), and save the session from above this command. If another command printed the block, remove the block.][Export the certificates of the {naming} again.][Name the file after its {node}, for example deployed/cucm-pub.txt, or put the file into the folder of the node.][If the name was edited, export the certificates of the node again. If CUCM has such a {unit}, accept the finding with a waiver.][Keep the newest of the {several}, and move the others to a folder named archive. If one file shows several, export the certificates of the node again.][Get the {form} from the node again, and do not edit it. If the new {form} is the same, accept the finding with a waiver.]")
                .source(Source.THIS_PLUGIN, "What is on the nodes", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Unassigned part : facts.exports().unassigned()) {
            Findings.Draft draft = findings.on(part.origin()).with("reason", part.reason());
            switch (part.cause()) {
                case NO_COMMAND -> draft.with("command", "show cert or show csr");
                case NO_SERVER -> draft.with("naming", "node");
                case NO_NODE -> draft.with("node", "node");
                case NO_UNIT -> draft.with("unit", "purpose or trust store");
                case CONTRADICTION -> draft.with("several", "exports");
                case FORM -> draft.with("form", "export");
            }
            if (part.origin().line() > 0) {
                draft.with("line", Integer.toString(part.origin().line()));
            }
            draft.report();
        }
    }
}
