package io.github.cucmcerts.request;

import static io.github.cucmcerts.request.RequestMarkdown.code;
import static io.github.cucmcerts.request.RequestMarkdown.codes;
import static io.github.cucmcerts.request.RequestMarkdown.message;
import static io.github.cucmcerts.request.RequestMarkdown.place;
import static io.github.cucmcerts.text.Markdown.raw;

import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.SanEntry;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.request.CaRequest.Item;
import io.github.cucmcerts.request.CaRequest.Kind;
import io.github.cucmcerts.request.CaRequest.Section;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The text to send to the administrators of one CA. */
final class CaLetter {
    /** More names than any cluster has nodes. */
    private static final int NAMES = 1_000;

    private final Section section;
    private final CaRequest request;
    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private CaLetter(Section section, CaRequest request) {
        this.section = section;
        this.request = request;
        this.language = request.language();
    }

    /** The lines of the text, in Markdown. */
    static List<String> of(Section section, CaRequest request) {
        CaLetter letter = new CaLetter(section, request);
        letter.section();
        return letter.lines;
    }

    private void section() {
        line("");
        line("## "
                + section.ca()
                        .map(ca -> language.text("request.ca", "CA {name}", "name", code(ca.toString())))
                        .orElse("CA"));
        line("");
        if (section.ca().isEmpty()) {
            line(language.text(
                    "request.ca-not-known",
                    "The directory does not show which CA issued the certificates that these replace."));
            line("");
        }
        long issued = section.items().stream()
                .filter(item -> item.kind() != Kind.COMPLETE)
                .count();
        if (issued > 0) {
            String certificates =
                    language.counted("request.certificates", issued, "one certificate", "{number} certificates");
            line(language.text(
                    "request.please-issue",
                    "Please issue {certificates} for Cisco Unified Communications Manager (CUCM), cluster {cluster}. CUCM compares each"
                            + " certificate with its CSR, and rejects it if key or names differ. So these rules are for each of them:",
                    "certificates",
                    certificates,
                    "cluster",
                    code(request.cluster())));
            line("");
            rules();
        }
        part(Kind.ISSUE, language.text("request.issue", "Certificates to issue"));
        part(Kind.REISSUE, language.text("request.reissue", "Certificates to issue again"));
        part(Kind.COMPLETE, language.text("request.complete", "CA certificates that are missing"));
    }

    private void rules() {
        List<Item> items = section.items().stream()
                .filter(item -> item.kind() != Kind.COMPLETE)
                .toList();
        bullet(language.words(
                "request.rule-key", "**Key and subject:** use the public key and the subject of the CSR."));
        bullet(language.words(
                "request.rule-names",
                "**Names:** the subject alternative names are exactly those listed, these and no others. Do not add the common name,"
                        + " `www.` or an IP address, and do not remove the parent domain {source}.",
                "source",
                source(Document.TECH_NOTE)));
        bullet(
                items.stream().anyMatch(item -> item.file().wanted().hasWildcard())
                        ? language.words(
                                "request.rule-wildcard-xmpp",
                                "**No wildcard:** CUCM does not support certificates with `*` in a name {source}. XMPP federation is"
                                        + " the exception: use `*` only in the names that are listed with it below.",
                                "source",
                                source(Document.TECH_NOTE))
                        : language.words(
                                "request.rule-wildcard",
                                "**No wildcard:** CUCM does not support certificates with `*` in a name {source}.",
                                "source",
                                source(Document.TECH_NOTE)));
        bullet(language.words(
                "request.rule-usages",
                "**Key usages:** keep all usages that are listed, and set them in your template if it ignores the CSR {source}:",
                "source",
                source(Document.TECH_NOTE)));
        usages(items, Wanted::usages);
        bullet(language.words("request.rule-extended-usages", "**Extended key usages:** the same:"));
        usages(items, Wanted::extendedUsages);
        bullet(language.words(
                "request.rule-critical",
                "**Critical extensions:** only key usage and basic constraints may be critical {source}.",
                "source",
                source(language.text("request.source-uccx", "document 118855, for UCCX"))));
        bullet(language.words(
                "request.rule-signature",
                "**Signature:** RSA with PKCS#1 v1.5, not RSASSA-PSS; a CA with an EC key only for purposes named `-ECDSA` {source}."
                        + " The hash is the one listed, or a stronger one.",
                "source",
                source(Document.ADMINISTRATION_GUIDE)));
        bullet(language.words(
                "request.rule-validity",
                "**Validity:** at most 30 years (documented for Cisco Emergency Responder, which has the same platform), and not longer"
                        + " than your CA certificate. If you are a public CA: at most 200 days, later 100 {source}. The change window in"
                        + " which we upload it: {window}.",
                "source",
                source(Document.FIELD_NOTICE),
                "window",
                request.window()));
        if (items.stream()
                .anyMatch(item -> item.file().wanted().extendedUsages().contains("clientAuth"))) {
            bullet(language.words(
                    "request.rule-client-auth",
                    "**If you cannot issue clientAuth,** write to us before you issue anything. Public CAs end it, and we then need a"
                            + " different root or a private CA {source}.",
                    "source",
                    source(Document.FIELD_NOTICE)));
        }
        bullet(language.words(
                "request.rule-answer",
                "**Answer:** send each certificate as PEM (Base64) in a file of its own, and in the same way each CA certificate above"
                        + " it, up to the root."));
    }

    private void usages(List<Item> items, Function<Wanted, Set<String>> usages) {
        Set<String> all = new LinkedHashSet<>();
        items.forEach(item -> all.addAll(usages.apply(item.file().wanted())));
        all.forEach(usage -> line("  - " + raw(UsageText.why(usage, language))));
        if (all.isEmpty()) {
            line("  - " + language.text("request.none-requested", "none is requested."));
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
        line("#### " + codes(item.sets(), language));
        line("");
        if (item.kind() != Kind.ISSUE) {
            bullet(language.words("request.wrong", "What is wrong:"));
            item.wrong().forEach(this::wrong);
            item.answers()
                    .forEach(answer -> line("  - "
                            + language.text(
                                    "request.your-certificate",
                                    "Your certificate: {file}, serial {serial}, SHA-256 {sha256}, issued by {issuer}",
                                    "file",
                                    place(answer.origin(), language),
                                    "serial",
                                    code(answer.serial().toString(16)),
                                    "sha256",
                                    code(answer.sha256()),
                                    "issuer",
                                    code(answer.issuer().toString()))));
        }
        if (item.kind() == Kind.COMPLETE) {
            bullet(language.words(
                    "request.send-ca-certificates",
                    "The certificate itself is good. Send the CA certificates above it, up to the root."));
            return;
        }
        csr(item);
    }

    private void wrong(Finding finding) {
        Words cucm = finding.words(Finding.Text.CUCM);
        String message = message(finding, language);
        line("  - "
                + (cucm.equals(Words.NONE)
                        ? message
                        : language.text(
                                "request.cucm-says",
                                "{message}. CUCM says: {cucm}",
                                "message",
                                message,
                                "cucm",
                                code(cucm.toString()))));
    }

    private void csr(Item item) {
        Csr csr = item.csr();
        Wanted wanted = item.file().wanted();
        bullet(language.words("request.csr", "CSR: {file}", "file", place(csr.origin(), language)));
        bullet(language.words("request.csr-sha256", "SHA-256 of the CSR: {sha256}", "sha256", code(csr.sha256())));
        bullet(language.words(
                "request.subject",
                "Subject: {subject}",
                "subject",
                code(csr.subject().toString())));
        bullet(names(csr, item.file()));
        bullet(language.words("request.key-usage", "Key usage: {usages}", "usages", listed(wanted.usages())));
        extendedUsages(item);
        bullet(
                wanted.ca()
                        ? language.words(
                                "request.constraints-ca",
                                "Basic constraints: `CA:TRUE, pathlen:0`, because CAPF is a CA: it signs the certificates of the"
                                        + " phones. Without it, TLS connections fail (Security Guide 15)")
                        : language.words("request.constraints", "Basic constraints: `CA:FALSE`"));
        bullet(language.words(
                "request.key",
                "Key: {key}, SHA-256 of the public key {sha256}",
                "key",
                code(key(csr.key())),
                "sha256",
                code(csr.key().sha256())));
        bullet(language.words("request.hash", "Hash of your signature: {hash} or stronger", "hash", wanted.hash()));
        bullet(language.words(
                "request.extension-file",
                "Extension file: {file}",
                "file",
                code(item.file().name())));
        if (!item.file().leftOut().isEmpty()) {
            bullet(language.words(
                    "request.not-in-extension-file",
                    "**Not in the extension file,** because its syntax cannot express them: {names}. A certificate from that file lacks"
                            + " these names, and CUCM rejects it. If you cannot add them in another way, write to us. We then generate"
                            + " a CSR without them.",
                    "names",
                    names(item.file().leftOut())));
        }
    }

    private Words names(Csr csr, ExtensionFile file) {
        List<SanEntry> san = file.wanted().san();
        if (san.isEmpty()) {
            return language.words(
                    "request.no-names", "Names: none. The CSR requests no subject alternative name: add none");
        }
        String first = names(san.subList(0, Math.min(NAMES, san.size())));
        String names = san.size() <= NAMES
                ? first
                : language.text(
                        "request.more-names",
                        "{names}, and {more} more in the CSR",
                        "names",
                        first,
                        "more",
                        san.size() - NAMES);
        return csr.subject()
                .commonName()
                .filter(name -> san.stream().noneMatch(entry -> entry.isDnsName(name)))
                .map(name -> language.words(
                        "request.names-not-common-name",
                        "Names: {names}: these and no others, not even the common name {name}",
                        "names",
                        names,
                        "name",
                        code(name)))
                .orElseGet(
                        () -> language.words("request.names", "Names: {names}: these and no others", "names", names));
    }

    private String names(List<SanEntry> san) {
        return san.stream().map(entry -> code(entry.toString())).collect(language.commas());
    }

    private void extendedUsages(Item item) {
        Set<String> usages = item.file().wanted().extendedUsages();
        Optional<String> connections =
                UsageText.clientOf(item.purpose(), language).filter(any -> usages.contains("clientAuth"));
        bullet(connections
                .map(client -> language.words(
                        "request.extended-key-usage-client",
                        "Extended key usage: {usages} (clientAuth for: {connections})",
                        "usages",
                        listed(usages),
                        "connections",
                        client))
                .orElseGet(() -> language.words(
                        "request.extended-key-usage", "Extended key usage: {usages}", "usages", listed(usages))));
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

    private String listed(Collection<String> usages) {
        return usages.isEmpty() ? language.text("request.none", "none") : codes(new ArrayList<>(usages), language);
    }

    private void bullet(Words text) {
        line("- " + raw(text));
    }

    private void line(String text) {
        lines.add(text);
    }
}
