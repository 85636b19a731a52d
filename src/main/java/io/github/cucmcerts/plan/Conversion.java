package io.github.cucmcerts.plan;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.plan.procedure.UploadText;
import io.github.cucmcerts.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Extracts a certificate into its own plain PEM file, if its file cannot be uploaded as it is. */
final class Conversion {
    /** Removes what Windows tools add to ASCII: NUL bytes, and the byte order marks of UTF-8 and UTF-16. */
    private static final String ASCII_ONLY = "LC_ALL=C tr -d '\\000\\357\\273\\277\\376\\377' < ";

    /** Needed if the block before the certificate does not end with a line break. */
    private static final String FROM_ITS_BEGINNING = " | sed 's/.*-----BEGIN/-----BEGIN/'";

    private final Map<String, ScannedFile> files;
    private final String directory;

    /**
     * Why a certificate must be extracted, and the command that does it.
     *
     * @param evidence the evidence in the texts
     */
    record Needed(List<UploadText> why, Map<String, Words> evidence, Words command) {}

    /**
     * @param directory the scanned directory, as seen from the directory in which people run the commands
     */
    Conversion(Inventory inventory, String directory) {
        files = inventory.files().stream().collect(Collectors.toMap(ScannedFile::path, Function.identity()));
        this.directory = directory;
    }

    /** Empty if the file can be uploaded as it is. */
    Optional<Needed> of(Certificate certificate, String output) {
        ScannedFile file = files.get(certificate.origin().file());
        Optional<String> encoding = file.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.ENCODING)
                .map(Remark::detail)
                .findFirst();
        List<UploadText> why = new ArrayList<>();
        if (encoding.isPresent()) {
            why.add(UploadText.ENCODING);
        }
        if (certificate.origin().bundled()) {
            why.add(UploadText.PKCS7);
        }
        if (file.objects().size() > 1 && !certificate.origin().bundled()) {
            why.add(UploadText.SEVERAL);
        }
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of(new Needed(
                        why,
                        Map.of(
                                "encoding", Words.prose(encoding.orElse("")),
                                "count",
                                        Words.prose(
                                                Integer.toString(file.objects().size()))),
                        Words.command(command(certificate, file, encoding.isPresent()) + " -out " + output)
                                .and(Words.prose(" (run it in the directory that contains "))
                                .and(Words.code(directory))
                                .and(Words.prose(")"))));
    }

    private String command(Certificate certificate, ScannedFile file, boolean encoded) {
        Origin origin = certificate.origin();
        String path = quoted(Origin.isWhole(file.path()) ? file.path() : directory + "/" + file.path());
        String from = encoded ? ASCII_ONLY + path : "";
        if (origin.line() > 1) {
            from = piped(from, "tail -n +" + origin.line(), path) + FROM_ITS_BEGINNING;
        } else if (origin.offset() > 0) {
            from = piped(from, "tail -c +" + (origin.offset() + 1), path);
        }
        String binary = origin.line() == 0 ? " -inform DER" : "";
        if (!origin.bundled()) {
            return piped(from, "openssl x509" + binary, "-in " + path);
        }
        return piped(from, "openssl pkcs7" + binary + " -print_certs", "-in " + path) + " | awk '/-BEGIN/{n++} n=="
                + position(certificate, file) + "' | openssl x509";
    }

    /** Appends the command to the pipe, or lets it read the file if the pipe is empty. */
    private static String piped(String from, String command, String file) {
        return from.isEmpty() ? command + " " + file : from + " | " + command;
    }

    /** The certificate's number in its container, counted from 1. */
    private static long position(Certificate certificate, ScannedFile file) {
        Origin origin = certificate.origin();
        return file.objects().stream()
                .filter(Certificate.class::isInstance)
                .map(object -> object.origin())
                .filter(other -> other.line() == origin.line()
                        && other.offset() == origin.offset()
                        && other.index() <= origin.index())
                .count();
    }

    private static String quoted(String path) {
        return "'" + path.replace("'", "'\\''") + "'";
    }
}
