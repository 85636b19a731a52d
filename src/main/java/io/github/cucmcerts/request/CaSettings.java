package io.github.cucmcerts.request;

import static io.github.cucmcerts.request.RequestMarkdown.codes;
import static io.github.cucmcerts.text.Markdown.raw;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.request.CaRequest.Item;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How the software of a CA issues the requested certificates: OpenSSL, and Microsoft's AD CS. */
final class CaSettings {
    private final List<Item> items;
    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private CaSettings(List<Item> items, Language language) {
        this.items = items;
        this.language = language;
    }

    /**
     * The lines of the text, in Markdown.
     *
     * @param items the certificates to issue; without any, there is no text
     */
    static List<String> of(List<Item> items, Language language) {
        CaSettings settings = new CaSettings(items, language);
        if (!items.isEmpty()) {
            settings.openssl();
            settings.windows();
        }
        return settings.lines;
    }

    private void openssl() {
        line("");
        line("## " + language.text("request.openssl", "With OpenSSL"));
        line("");
        line(
                raw(
                        language.words(
                                "request.openssl-command",
                                "With its extension file, `openssl` issues exactly the certificate that is requested. Replace the words in capitals. If"
                                        + " the hash that is listed is stronger, replace `-sha256`, too. For a binary CSR, add `-inform DER`.")));
        line("");
        line("```");
        line(
                "openssl x509 -req -in CSR -CA CA_CERTIFICATE -CAkey CA_KEY -CAcreateserial -days DAYS -sha256 -extfile FILE.cnf -out CERTIFICATE");
        line("```");
    }

    /** What a template of AD CS sets for all of its certificates. */
    private record Template(Set<String> usages, Set<String> extendedUsages, boolean ca) {}

    private void windows() {
        Map<Template, Set<Purpose>> templates = new LinkedHashMap<>();
        items.forEach(item -> {
            Wanted wanted = item.file().wanted();
            Template template = new Template(wanted.usages(), wanted.extendedUsages(), wanted.ca());
            templates.computeIfAbsent(template, usages -> new TreeSet<>()).add(item.purpose());
        });
        line("");
        line("## " + language.text("request.ad-cs", "With Microsoft's CA (AD CS)"));
        line("");
        line(language.text(
                "request.ad-cs-templates",
                "A template sets the usages, whatever the CSR requests. So document 215534 (release 11.5) uses one template for each list"
                        + " of usages. The document warns that CUCM can misbehave without these usages. The table has the usages of the"
                        + " CSRs in this request. The names in the Windows dialogs are common knowledge and do not come from the"
                        + " document."));
        line("");
        line(language.text(
                "request.ad-cs-table", "| template for | key usage | application policies | basic constraints |"));
        line("|---|---|---|---|");
        templates.forEach((content, purposes) -> line("| "
                + codes(purposes.stream().map(Purpose::label).toList(), language) + " | " + windows(content.usages())
                + " | "
                + windows(content.extendedUsages()) + " | "
                + (content.ca()
                        ? language.text("request.ca-path-length", "CA, path length 0")
                        : language.text("request.no-ca", "no CA"))
                + " |"));
        line("");
        line(language.text(
                "request.ad-cs-subject",
                "- *Subject Name*: select *Supply in the request*. Otherwise the names of the CSR are lost."));
        if (templates.keySet().stream().anyMatch(Template::ca)) {
            line(language.text(
                    "request.ad-cs-capf",
                    "- CAPF: duplicate the template *Subordinate Certification Authority*. Select *Do not allow subject to issue"
                            + " certificates to other CAs* (path length 0), and add the application policies, which it does not have. For"
                            + " release 11.5, document 215534 lists digitalSignature, keyEncipherment and keyCertSign, with serverAuth and"
                            + " clientAuth. Its steps for the template name other usages. The CSR decides. The issuing CA must itself allow"
                            + " a CA below it."));
        }
        line(language.text(
                "request.ad-cs-others",
                "- All others: duplicate the template *Web Server*. It lacks *Client Authentication* and *Allow encryption of user"
                        + " data*."));
        line(
                raw(
                        language.words(
                                "request.ad-cs-download",
                                "- Download the answer at `/certsrv`: *Base 64 encoded* and *Download certificate chain* (document 215534).")));
    }

    private String windows(Set<String> usages) {
        return usages.isEmpty()
                ? language.text("request.none", "none")
                : usages.stream().map(UsageText::inWindows).map(Markdown::of).collect(language.semicolons());
    }

    private void line(String text) {
        lines.add(text);
    }
}
