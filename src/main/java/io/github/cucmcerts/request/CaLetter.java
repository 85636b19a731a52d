package io.github.cucmcerts.request;

import static io.github.cucmcerts.request.RequestMarkdown.code;
import static io.github.cucmcerts.request.RequestMarkdown.codes;
import static io.github.cucmcerts.request.RequestMarkdown.message;
import static io.github.cucmcerts.request.RequestMarkdown.place;

import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.SanEntry;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.request.CaRequest.Item;
import io.github.cucmcerts.request.CaRequest.Kind;
import io.github.cucmcerts.request.CaRequest.Section;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The text to send to the administrators of one CA. */
final class CaLetter {
    /** More names than any cluster has nodes. */
    private static final int NAMES = 1_000;

    private final Section section;
    private final CaRequest request;
    private final List<String> lines = new ArrayList<>();

    private CaLetter(Section section, CaRequest request) {
        this.section = section;
        this.request = request;
    }

    /** The lines of the text, in Markdown. */
    static List<String> of(Section section, CaRequest request) {
        CaLetter letter = new CaLetter(section, request);
        letter.section();
        return letter.lines;
    }

    private void section() {
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
            rules();
        }
        part(Kind.ISSUE, "Certificates to issue");
        part(Kind.REISSUE, "Certificates to issue again");
        part(Kind.COMPLETE, "CA certificates that are missing");
    }

    private void rules() {
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

    private void part(Kind kind, String title) {
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
                .map(name -> ", not even the common name " + code(name))
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

    private static String source(Document document) {
        return source(document.label());
    }

    private static String source(String label) {
        return "*(" + label + ")*";
    }

    private static String listed(Collection<String> usages) {
        return usages.isEmpty() ? "none" : codes(new ArrayList<>(usages));
    }

    private void line(String text) {
        lines.add(text);
    }
}
