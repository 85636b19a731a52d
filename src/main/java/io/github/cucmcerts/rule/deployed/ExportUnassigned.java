package io.github.cucmcerts.rule.deployed;

import io.github.cucmcerts.inventory.Export.Unassigned;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;

/** The exports' formats are those of Cisco's DevNet page and of public clients; what to make of the rest is the plugin's own rule. */
public final class ExportUnassigned extends DirectoryRule {
    public ExportUnassigned() {
        super(RuleInfo.of(
                        "export-unassigned",
                        Topic.DEPLOYED,
                        Severity.WARNING,
                        "A part of one of CUCM's exports that cannot be assigned")
                .message("[line {line}: ]{reason}")
                .rationale(
                        "What a server holds and the plugin cannot assign counts for nothing: it may be the certificate that keeps yours out of a trust store, or the CSR that the server holds now. Nothing is guessed.")
                .causes(
                        "The session was saved from below its command {command} on, or the block is from elsewhere",
                        "The file is an error message of the {naming}, or was edited",
                        "The session is not called after its {node}",
                        "The {unit} is of a release that the plugin does not know, or its name was cut off or edited",
                        "One of the {several} is older than a change of the server, or is another server's under its name",
                        "The release writes its exports in another form, the query is another one than that of document 214231, or the file was edited")
                .remedy(
                        "[Save the session again, from above its command {command} on]"
                                + "[Export the certificates of the {naming} again]"
                                + "[Call the file after its {node}, as in deployed/cucm-pub.txt, or put it into the folder of the node]"
                                + "[If the name was edited, export the server again; if CUCM has such a {unit}, accept the finding with a waiver]"
                                + "[Keep the newest of the {several}, and move the others to a folder named archive; if one file shows several, export the server again]"
                                + "[Get the {form} from the server again, and leave it as it is; if it is the same, accept the finding with a waiver]")
                .source(Source.THIS_PLUGIN, "What the servers hold", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Unassigned part : facts.exports().unassigned()) {
            Findings.Draft draft = findings.on(part.origin()).with("reason", part.reason());
            switch (part.cause()) {
                case NO_COMMAND -> draft.with("command", "show cert or show csr");
                case NO_SERVER -> draft.with("naming", "server");
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
