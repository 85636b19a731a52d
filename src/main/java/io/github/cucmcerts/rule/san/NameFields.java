package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.SanEntry;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where people enter the names of a CSR: in the dialog, or as the alternatehostname of set web-security (document
 * 217138; CLI Reference Guide). Other Domains is only in the multi-server dialog and accepts only full host names.
 */
final class NameFields {
    static final String WARNING =
            "The command also replaces the node's tomcat certificate with a self-signed one, which Tomcat uses after its next restart. Run the command in the change window. Run it earlier only if you can upload the CA-signed certificate before that restart.";

    /** How to enter the names; the evidence is optional. */
    static final String ENTER =
            "[ For {parentDomain}, use Parent Domain.][ For {otherDomains}, use Other Domains.][ For {alternatehostname}, first run `set web-security` with this value as alternatehostname (docs/recipes.md shows how). "
                    + WARNING + "]";

    private NameFields() {}

    /**
     * Adds the names and their fields to the evidence. It adds nothing if a name fits no field, or if a field with room
     * for one value needs several.
     *
     * @param evidence what to call all names
     */
    static Findings.Draft add(String evidence, List<SanEntry> names, UploadSet set, Findings.Draft draft) {
        List<String> all = new ArrayList<>();
        List<String> parentDomain = new ArrayList<>();
        List<String> otherDomains = new ArrayList<>();
        List<String> alternatehostname = new ArrayList<>();
        for (SanEntry name : names) {
            if (name.host().isEmpty() || name.isMalformed() || name.isWildcard()) {
                return draft;
            }
            String host = name.host().get();
            boolean isAddress = name.kind() == SanEntry.Kind.IP;
            List<String> field = !isAddress && isParentDomain(host, set)
                    ? parentDomain
                    : set.multiServer() && new NodeName(host).isFull() ? otherDomains : alternatehostname;
            field.add(host);
            all.add(host);
        }
        if (parentDomain.size() > 1 || alternatehostname.size() > 1) {
            return draft;
        }
        return draft.with(evidence, all)
                .with("parentDomain", parentDomain)
                .with("otherDomains", otherDomains)
                .with("alternatehostname", alternatehostname);
    }

    private static boolean isParentDomain(String name, UploadSet set) {
        return set.request()
                .flatMap(request -> request.subject().commonName())
                .filter(node -> node.toLowerCase(Locale.ROOT).endsWith("." + name.toLowerCase(Locale.ROOT)))
                .isPresent();
    }
}
