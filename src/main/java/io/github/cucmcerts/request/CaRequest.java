package io.github.cucmcerts.request;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to request from the CAs.
 *
 * @param language of its texts
 * @param plugin the plugin's version
 * @param cluster the cluster's name for titles
 * @param window the change window, in words
 * @param sections one for each CA, the unknown one last
 * @param notSent upload sets without a good certificate that no CA can help yet
 */
public record CaRequest(
        Language language,
        String plugin,
        String cluster,
        String window,
        List<Section> sections,
        List<NotSent> notSent) {
    /**
     * What one CA gets.
     *
     * @param ca the issuer of the certificates in {@code deployed/} that are replaced; empty if it is not known
     */
    public record Section(Optional<Name> ca, List<Item> items) {}

    /** What the CA must do. */
    public enum Kind {
        /** Issue the certificate for a CSR. */
        ISSUE,
        /** Issue it again, because CUCM rejects its answer. */
        REISSUE,
        /** Send CA certificates, because the path from its answer is not complete. */
        COMPLETE
    }

    /**
     * One CSR.
     *
     * @param sets the ids of the upload sets that need the certificate
     * @param answers the certificates from the CA that cannot be used as they are
     * @param wrong what is wrong with them
     * @param advice findings about the CSR, to look at before it is sent
     */
    public record Item(
            Kind kind,
            List<String> sets,
            Purpose purpose,
            Csr csr,
            ExtensionFile file,
            List<Certificate> answers,
            List<Finding> wrong,
            List<Finding> advice) {}

    /**
     * An upload set whose problem must be fixed before a CA can help.
     *
     * @param filedElsewhere its certificate, if that is in the folder of another set
     */
    public record NotSent(String set, List<Finding> errors, Optional<Certificate> filedElsewhere) {}

    /** The text if no CA must do anything. */
    String nothing() {
        return language.text(
                "request.nothing",
                "There is nothing to request: no upload set awaits its certificate, and no certificate from a CA is refused.");
    }

    /** What it contains, one line for each upload set, safe for a terminal. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        for (Section section : sections) {
            for (Item item : section.items()) {
                lines.add(line(item.kind(), language.codes(item.sets())));
            }
        }
        notSent.forEach(left -> lines.add(
                language.text("request.not-part", "Not part of the request: {set}", "set", Words.code(left.set()))));
        return lines.isEmpty() ? List.of(nothing()) : lines;
    }

    private String line(Kind kind, Words sets) {
        return switch (kind) {
            case ISSUE -> language.text("request.to-issue", "Certificate to issue: {sets}", "sets", sets);
            case REISSUE -> language.text("request.to-reissue", "Certificate to issue again: {sets}", "sets", sets);
            case COMPLETE -> language.text("request.ca-missing", "CA certificate missing: {sets}", "sets", sets);
        };
    }

    /** The extension files: one for each certificate that a CA must issue. */
    public List<ExtensionFile> files() {
        return sections.stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.kind() != Kind.COMPLETE)
                .map(Item::file)
                .toList();
    }
}
