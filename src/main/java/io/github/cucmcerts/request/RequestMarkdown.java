package io.github.cucmcerts.request;

import static io.github.cucmcerts.text.Markdown.raw;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.request.CaRequest.Item;
import io.github.cucmcerts.request.CaRequest.Kind;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Markdown;
import io.github.cucmcerts.text.Words;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes {@code request.md}: what its sender must know, a letter to each CA, and the settings for the software of CAs. */
public final class RequestMarkdown {
    private final CaRequest request;
    private final Language language;
    private final StringBuilder page = new StringBuilder();

    private RequestMarkdown(CaRequest request) {
        this.request = request;
        this.language = request.language();
    }

    /** Writes the request; the same request gives the same bytes. */
    public static void write(CaRequest request, Writer writer) throws IOException {
        writer.write(new RequestMarkdown(request).page());
    }

    private String page() {
        line("# "
                + raw(language.words(
                        "request.title", "Request to the CA: {cluster}", "cluster", code(request.cluster()))));
        line("");
        line(raw(language.words(
                "request.written-by",
                "Written by cucm-certs {version}. Run `ca-request` again whenever a file changes.",
                "version",
                request.plugin())));
        line("");
        if (!request.sections().isEmpty()) {
            line(raw(language.words(
                    "request.sections",
                    "Each section *CA* is a text to send to the administrators of one CA, with the CSRs and extension files that it"
                            + " names. If the CA uses OpenSSL or AD CS, add the section about it from the end. Do not send an"
                            + " extension file (`.cnf`) in this folder that no section names.")));
        } else if (request.notSent().isEmpty()) {
            line(request.nothing());
        } else {
            line(language.text("request.nothing-yet", "There is nothing to request from a CA yet."));
        }
        advice();
        notSent();
        request.sections().forEach(section -> CaLetter.of(section, request).forEach(this::line));
        CaSettings.of(items().filter(item -> item.kind() != Kind.COMPLETE).toList(), language)
                .forEach(this::line);
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
        line("## " + language.text("request.before", "Before you send this"));
        line("");
        line(language.text(
                "request.look-at-findings",
                "Look at these findings. If you generate a new CSR, do it before you send the old one."));
        line("");
        advice.forEach((sets, findings) -> {
            line("- " + codes(sets, language));
            findings.forEach(finding -> line("  - " + message(finding, language)));
        });
    }

    private void notSent() {
        if (request.notSent().isEmpty()) {
            return;
        }
        line("");
        line("## " + language.text("request.not-part-title", "Not part of the request"));
        line("");
        line(raw(language.words(
                "request.no-ca-can-help",
                "No CA can help with these upload sets yet. `check` says how to fix each error.")));
        line("");
        request.notSent().forEach(left -> {
            line("- " + code(left.set()));
            left.filedElsewhere()
                    .ifPresent(certificate -> line("  - "
                            + raw(language.words(
                                    "request.filed-elsewhere",
                                    "The directory contains its certificate in another folder: {file}. Move it next to the CSR.",
                                    "file",
                                    place(certificate.origin(), language)))));
            left.errors().forEach(error -> line("  - " + message(error, language)));
        });
    }

    /** What is wrong, with its place. */
    static String message(Finding finding, Language language) {
        return raw(language.words(
                "request.finding",
                "{file}: {message} ({rule})",
                "file",
                place(finding.origin(), language),
                "message",
                Markdown.of(finding.words(Finding.Text.MESSAGE)),
                "rule",
                finding.rule().id()));
    }

    /** The file, and the line if there are several objects in it. */
    static String place(Origin origin, Language language) {
        String file = code(origin.file());
        return origin.index() > 0 && origin.line() > 0
                ? language.text(
                        "request.file-and-line",
                        "{file} (line {line})",
                        "file",
                        file,
                        "line",
                        Integer.toString(origin.line()))
                : file;
    }

    static String codes(List<String> texts, Language language) {
        return Markdown.of(language.codes(texts));
    }

    static String code(String text) {
        return Markdown.of(Words.code(text));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
