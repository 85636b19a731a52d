package io.github.cucmcerts.request;

import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.SanEntry;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.request.CaRequest.Item;
import io.github.cucmcerts.request.CaRequest.Kind;
import io.github.cucmcerts.request.CaRequest.Section;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Markdown;
import io.github.cucmcerts.text.Words;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code request.md}: a text to send to the administrators of each CA, and what its sender must know. */
public final class RequestMarkdown {
    /** More names than any cluster has nodes. */
    private static final int NAMES = 1_000;

    private final CaRequest request;
    private final StringBuilder page = new StringBuilder();

    private RequestMarkdown(CaRequest request) {
        this.request = request;
    }

    /** Writes the request; the same request gives the same bytes. */
    public static void write(CaRequest request, Writer writer) throws IOException {
        writer.write(new RequestMarkdown(request).page());
    }

    private String page() {
        line("# Request to the CA: " + code(request.cluster()));
        line("");
        line("Written by cucm-certs " + request.plugin() + ". Run `ca-request` again whenever a file changes.");
        line("");
        if (!request.sections().isEmpty()) {
            line(
                    "Each section *CA* is a text to send to the administrators of one CA, with the CSRs and extension files that it names. If the CA uses OpenSSL or AD CS, add the section about it from the end. An extension file (`.cnf`) in this folder that no section names is from an earlier run.");
        } else if (request.notSent().isEmpty()) {
            line(CaRequest.NOTHING);
        } else {
            line("There is nothing to request from a CA yet.");
        }
        advice();
        notSent();
        request.sections().forEach(this::section);
        if (items().anyMatch(item -> item.kind() != Kind.COMPLETE)) {
            openssl();
            windows();
        }
        return page.toString();
    }

    private Stream<Item> items() {
        return request.sections().stream().flatMap(section -> section.items().stream());
    }

    /** For the sender: after the CSR was sent, a new CSR costs days. */
    private void advice() {
        Map<List<String>, List<Finding>> advice = new LinkedHashMap<>();
        items().filter(item -> !item.advice().isEmpty()).forEach(item -> advice.put(item.sets(), item.advice()));
        if (advice.isEmpty()) {
            return;
        }
        line("");
        line("## Before you send this");
        line("");
        line("Look at these findings. If you generate a new CSR, do it before you send the old one.");
        line("");
        advice.forEach((sets, findings) -> {
            line("- " + codes(sets));
            findings.forEach(finding -> line("  - " + message(finding)));
        });
    }

    private void notSent() {
        if (request.notSent().isEmpty()) {
            return;
        }
        line("");
        line("## Not part of the request");
        line("");
        line("No CA can help with these upload sets yet. `check` says how to fix each error.");
        line("");
        request.notSent().forEach(left -> {
            line("- " + code(left.set()));
            left.filedElsewhere()
                    .ifPresent(certificate -> line("  - The directory contains its certificate in another folder: "
                            + place(certificate.origin()) + ". Move it next to the CSR."));
            left.errors().forEach(error -> line("  - " + message(error)));
        });
    }

    private void section(Section section) {
        line("");
        line("## " + section.ca().map(ca -> "CA " + code(ca.toString())).orElse("CA"));
        line("");
        if (section.ca().isEmpty()) {
            line("The directory does not show which CA issued the certificates that these replace.");
            line("");
        }
        long issued = section.items().stream()
                .filter(item -> item.kind() != Kind.COMPLETE)
                .count();
        if (issued > 0) {
            line(
                    "Please issue " + (issued == 1 ? "one certificate" : issued + " certificates")
                            + " for Cisco Unified Communications Manager (CUCM), cluster " + code(request.cluster())
                            + ". CUCM compares each certificate with its CSR, and rejects it if key or names differ. So these rules are for each of them:");
            line("");
            rules(section);
        }
        part(section, Kind.ISSUE, "Certificates to issue");
        part(section, Kind.REISSUE, "Certificates to issue again");
        part(section, Kind.COMPLETE, "CA certificates that are missing");
    }

    private void rules(Section section) {
        List<Item> items = section.items().stream()
                .filter(item -> item.kind() != Kind.COMPLETE)
                .toList();
        line("- **Key and subject:** use the public key and the subject of the CSR.");
        line(
                "- **Names:** the subject alternative names are exactly those listed, these and no others. Do not add the common name, `www.` or an IP address, and do not remove the parent domain "
                        + source(Document.TECH_NOTE) + ".");
        line("- **No wildcard:** CUCM does not support certificates with `*` in a name " + source(Document.TECH_NOTE)
                + "."
                + (items.stream().anyMatch(item -> item.file().wanted().hasWildcard())
                        ? " XMPP federation is the exception: use `*` only in the names that are listed with it below."
                        : ""));
        line("- **Key usages:** keep all usages that are listed, and set them in your template if it ignores the CSR "
                + source(Document.TECH_NOTE) + ":");
        usages(items, Wanted::usages);
        line("- **Extended key usages:** the same:");
        usages(items, Wanted::extendedUsages);
        line("- **Critical extensions:** only key usage and basic constraints may be critical "
                + source("document 118855, for UCCX") + ".");
        line(
                "- **Signature:** RSA with PKCS#1 v1.5, not RSASSA-PSS; a CA with an EC key only for purposes named `-ECDSA` "
                        + source(Document.ADMINISTRATION_GUIDE) + ". The hash is the one listed, or a stronger one.");
        line(
                "- **Validity:** at most 30 years (documented for Cisco Emergency Responder, which has the same platform), and not longer than your CA certificate. If you are a public CA: at most 200 days, later 100 "
                        + source(Document.FIELD_NOTICE) + ". The change window in which we upload it: "
                        + request.window() + ".");
        if (items.stream()
                .anyMatch(item -> item.file().wanted().extendedUsages().contains("clientAuth"))) {
            line(
                    "- **If you cannot issue clientAuth,** write to us before you issue anything. Public CAs end it, and we then need a different root or a private CA "
                            + source(Document.FIELD_NOTICE) + ".");
        }
        line(
                "- **Answer:** send each certificate as PEM (Base64) in a file of its own, and in the same way each CA certificate above it, up to the root.");
    }

    private void usages(List<Item> items, Function<Wanted, Set<String>> usages) {
        Set<String> all = new LinkedHashSet<>();
        items.forEach(item -> all.addAll(usages.apply(item.file().wanted())));
        all.forEach(usage -> line("  - " + code(usage) + ": " + UsageText.why(usage) + "."));
        if (all.isEmpty()) {
            line("  - none is requested.");
        }
    }

    private void part(Section section, Kind kind, String title) {
        List<Item> items =
                section.items().stream().filter(item -> item.kind() == kind).toList();
        if (items.isEmpty()) {
            return;
        }
        line("");
        line("### " + title);
        items.forEach(this::item);
    }

    private void item(Item item) {
        line("");
        line("#### " + codes(item.sets()));
        line("");
        if (item.kind() != Kind.ISSUE) {
            line("- What is wrong:");
            item.wrong().forEach(this::wrong);
            item.answers()
                    .forEach(answer -> line("  - Your certificate: " + place(answer.origin()) + ", serial "
                            + code(answer.serial().toString(16)) + ", SHA-256 " + code(answer.sha256()) + ", issued by "
                            + code(answer.issuer().toString())));
        }
        if (item.kind() == Kind.COMPLETE) {
            line("- The certificate itself is good. Send the CA certificates above it, up to the root.");
            return;
        }
        csr(item);
    }

    private void wrong(Finding finding) {
        Words cucm = finding.words(Finding.Text.CUCM);
        line("  - " + message(finding) + (cucm.equals(Words.NONE) ? "" : ". CUCM says: " + code(cucm.toString())));
    }

    private void csr(Item item) {
        Csr csr = item.csr();
        Wanted wanted = item.file().wanted();
        line("- CSR: " + place(csr.origin()));
        line("- SHA-256 of the CSR: " + code(csr.sha256()));
        line("- Subject: " + code(csr.subject().toString()));
        line("- Names: " + names(csr, item.file()));
        line("- Key usage: " + listed(wanted.usages()));
        line("- Extended key usage: " + listed(wanted.extendedUsages()) + clientOf(item));
        line("- Basic constraints: "
                + (wanted.ca()
                        ? "`CA:TRUE, pathlen:0`, because CAPF is a CA: it signs the certificates of the phones. Without it, TLS connections fail (Security Guide 15)"
                        : "`CA:FALSE`"));
        line("- Key: " + code(key(csr.key())) + ", SHA-256 of the public key "
                + code(csr.key().sha256()));
        line("- Hash of your signature: " + wanted.hash() + " or stronger");
        line("- Extension file: " + code(item.file().name()));
        if (!item.file().leftOut().isEmpty()) {
            line(
                    "- **Not in the extension file,** because its syntax cannot express them: "
                            + names(item.file().leftOut())
                            + ". A certificate from that file lacks these names, and CUCM rejects it. If you cannot add them in another way, write to us. We then generate a CSR without them.");
        }
    }

    private static String names(Csr csr, ExtensionFile file) {
        List<SanEntry> san = file.wanted().san();
        if (san.isEmpty()) {
            return "none. The CSR requests no subject alternative name: add none";
        }
        String more = san.size() > NAMES ? ", and " + Bounds.number(san.size() - NAMES) + " more in the CSR" : "";
        String others = csr.subject()
                .commonName()
                .filter(name -> san.stream().noneMatch(entry -> entry.isDnsName(name)))
                .map(name -> ", also not the common name " + code(name))
                .orElse("");
        return names(san.subList(0, Math.min(NAMES, san.size()))) + more + ": these and no others" + others;
    }

    private static String names(List<SanEntry> san) {
        return san.stream().map(entry -> code(entry.toString())).collect(Collectors.joining(", "));
    }

    private static String clientOf(Item item) {
        String connections = UsageText.clientOf(item.purpose());
        return connections.isEmpty() || !item.file().wanted().extendedUsages().contains("clientAuth")
                ? ""
                : " (clientAuth for: " + connections + ")";
    }

    private static String key(SubjectPublicKey key) {
        return key.rsaBits().isPresent()
                ? key.type() + " " + key.rsaBits().getAsInt()
                : key.type() + key.curve().map(curve -> " " + curve).orElse("");
    }

    private void openssl() {
        line("");
        line("## With OpenSSL");
        line("");
        line(
                "With its extension file, `openssl` issues exactly the certificate that is requested. Replace the words in capitals. If the hash that is listed is stronger, replace `-sha256`, too. For a binary CSR, add `-inform DER`.");
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
        items().filter(item -> item.kind() != Kind.COMPLETE).forEach(item -> {
            Wanted wanted = item.file().wanted();
            Template template = new Template(wanted.usages(), wanted.extendedUsages(), wanted.ca());
            templates.computeIfAbsent(template, usages -> new TreeSet<>()).add(item.purpose());
        });
        line("");
        line("## With Microsoft's CA (AD CS)");
        line("");
        line(
                "A template sets the usages, whatever the CSR requests. So document 215534 (release 11.5) uses one template for each list of usages. Without them, it warns, CUCM can misbehave. The table has the usages of the CSRs in this request. The names in the Windows dialogs are common knowledge and do not come from the document.");
        line("");
        line("| template for | key usage | application policies | basic constraints |");
        line("|---|---|---|---|");
        templates.forEach((content, purposes) -> line("| "
                + codes(purposes.stream().map(Purpose::label).toList()) + " | " + windows(content.usages()) + " | "
                + windows(content.extendedUsages()) + " | " + (content.ca() ? "CA, path length 0" : "no CA") + " |"));
        line("");
        line("- *Subject Name*: select *Supply in the request*. Otherwise the names of the CSR are lost.");
        if (templates.keySet().stream().anyMatch(Template::ca)) {
            line(
                    "- CAPF: duplicate the template *Subordinate Certification Authority*. Select *Do not allow subject to issue certificates to other CAs* (path length 0), and add the application policies, which it does not have. For release 11.5, document 215534 lists digitalSignature, keyEncipherment and keyCertSign, with serverAuth and clientAuth. Its steps for the template name other usages. The CSR decides. The issuing CA must itself allow a CA below it.");
        }
        line(
                "- All others: duplicate the template *Web Server*. It lacks *Client Authentication* and *Allow encryption of user data*.");
        line(
                "- Download the answer at `/certsrv`: *Base 64 encoded* and *Download certificate chain* (document 215534).");
    }

    private static String windows(Set<String> usages) {
        return usages.isEmpty()
                ? "none"
                : usages.stream().map(UsageText::inWindows).map(Markdown::of).collect(Collectors.joining("; "));
    }

    private static String source(Document document) {
        return source(document.label());
    }

    private static String source(String label) {
        return "*(" + label + ")*";
    }

    private static String message(Finding finding) {
        return place(finding.origin()) + ": " + Markdown.of(finding.words(Finding.Text.MESSAGE)) + " ("
                + finding.rule().id() + ")";
    }

    private static String place(Origin origin) {
        return code(origin.file()) + (origin.index() > 0 && origin.line() > 0 ? " (line " + origin.line() + ")" : "");
    }

    private static String listed(Collection<String> usages) {
        return usages.isEmpty() ? "none" : codes(new ArrayList<>(usages));
    }

    private static String codes(List<String> texts) {
        return Markdown.of(Words.codes(texts));
    }

    private static String code(String text) {
        return Markdown.of(Words.code(text));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
