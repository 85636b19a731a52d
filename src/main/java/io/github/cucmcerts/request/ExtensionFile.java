package io.github.cucmcerts.request;

import io.github.cucmcerts.inventory.SanEntry;
import io.github.cucmcerts.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The extensions of one certificate in the syntax of OpenSSL (config(5), x509v3_config(5)), for {@code openssl x509 -req
 * -extfile}. Only its comments can have characters that are not ASCII.
 *
 * @param name the name of the file
 * @param csr SHA-256 of the CSR
 * @param leftOut the names that this syntax cannot express
 */
public record ExtensionFile(String name, String csr, Wanted wanted, List<SanEntry> leftOut) {
    /** Some versions of OpenSSL, and LibreSSL, read 511 bytes at a time, and lose a backslash at the end of such a piece. */
    private static final int LONGEST_WITH_ESCAPES = 400;

    private static final Set<SanEntry.Kind> EXPRESSIBLE = Set.of(
            SanEntry.Kind.DNS, SanEntry.Kind.IP, SanEntry.Kind.EMAIL, SanEntry.Kind.URI, SanEntry.Kind.REGISTERED_ID);
    /** OpenSSL reads these as an instruction. */
    private static final Set<String> EMAIL_COMMANDS = Set.of("copy", "move");

    static ExtensionFile of(String name, String csr, Wanted wanted) {
        return new ExtensionFile(
                name,
                csr,
                wanted,
                wanted.san().stream().filter(entry -> !isExpressible(entry)).toList());
    }

    /** The command that issues the certificate; its words in capitals are for the CA to replace. */
    String command() {
        return "openssl x509 -req -in CSR -CA CA_CERTIFICATE -CAkey CA_KEY -CAcreateserial -days DAYS -"
                + wanted.hash().replace("-", "").toLowerCase(Locale.ROOT)
                + " -extfile " + name + " -out CERTIFICATE";
    }

    /** The content, with comments in that language. */
    public byte[] bytes(Language language) {
        return text(language).getBytes(StandardCharsets.UTF_8);
    }

    private String text(Language language) {
        List<String> names = names();
        List<String> lines = new ArrayList<>();
        lines.add("# "
                + language.text(
                        "request.extensions-of",
                        "The extensions of the certificate for the CSR with this SHA-256 (of its DER):"));
        lines.add("# " + csr);
        lines.add("# " + command());
        if (!leftOut.isEmpty()) {
            lines.add("# "
                    + language.text(
                            "request.names-left-out",
                            "Names of the CSR that are left out, because this syntax cannot express them: {number}. See request.md.",
                            "number",
                            Integer.toString(leftOut.size())));
        }
        lines.add("basicConstraints = critical, " + (wanted.ca() ? "CA:TRUE, pathlen:0" : "CA:FALSE"));
        if (!wanted.usages().isEmpty()) {
            lines.add("keyUsage = critical, " + String.join(", ", wanted.usages()));
        }
        if (!wanted.extendedUsages().isEmpty()) {
            lines.add("extendedKeyUsage = " + String.join(", ", wanted.extendedUsages()));
        }
        lines.add("subjectKeyIdentifier = hash");
        lines.add("authorityKeyIdentifier = keyid");
        if (!names.isEmpty()) {
            lines.add("subjectAltName = @alt_names");
            lines.add("");
            lines.add("[alt_names]");
            lines.addAll(names);
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> names() {
        Map<SanEntry.Kind, Integer> count = new EnumMap<>(SanEntry.Kind.class);
        List<String> names = new ArrayList<>();
        for (SanEntry entry : wanted.san()) {
            if (isExpressible(entry)) {
                int number = count.merge(entry.kind(), 1, Integer::sum);
                names.add(entry.kind().label() + "." + number + " = " + quoted(entry.value()));
            }
        }
        return names;
    }

    private static boolean isExpressible(SanEntry entry) {
        String value = entry.value();
        String quoted = quoted(value);
        return EXPRESSIBLE.contains(entry.kind())
                && !value.isEmpty()
                && value.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t')
                && (quoted.equals(value) || quoted.length() <= LONGEST_WITH_ESCAPES)
                && !(entry.kind() == SanEntry.Kind.EMAIL && EMAIL_COMMANDS.contains(value))
                && !(entry.kind() == SanEntry.Kind.IP && entry.isMalformed());
    }

    /** The value in a form that OpenSSL reads back: no variable, comment, quotation or line end. */
    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case ' ' -> quoted.append("\" \""); // a bare one at the end would be lost
                default -> {
                    if (!isPlain(c)) {
                        quoted.append('\\');
                    }
                    quoted.append(c);
                }
            }
        }
        return quoted.toString();
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._-:@/*".indexOf(c) >= 0;
    }
}
