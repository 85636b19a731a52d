package io.github.cucmcerts.plan;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file that is ready to upload: one certificate in PEM, whatever its source looks like.
 *
 * @param name its name in the folder, which begins with the number of its step
 * @param source the file that the certificate comes from
 */
public record UploadFile(String name, Certificate certificate, Words source) {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** Without the number: the name is complete when the runbook has all its steps. */
    UploadFile numbered(int step, int digits) {
        String number = String.format(Locale.ROOT, "%0" + digits + "d", step);
        return new UploadFile(number + "-" + name + ".pem", certificate, source);
    }

    /** The content: only the certificate, with LF at the end of each line. */
    public byte[] bytes() {
        String pem = "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(certificate.encoded())
                + "\n-----END CERTIFICATE-----\n";
        return pem.getBytes(StandardCharsets.US_ASCII);
    }

    /** The content of each file by its name, in the same order. */
    public static Map<String, byte[]> contents(List<UploadFile> files) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach(file -> contents.put(file.name(), file.bytes()));
        return contents;
    }
}
