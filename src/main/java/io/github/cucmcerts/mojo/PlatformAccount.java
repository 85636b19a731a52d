package io.github.cucmcerts.mojo;

import io.github.cucmcerts.snapshot.Credentials;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.text.WrongValue;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Finds the user name and the password in settings.xml, or else in the environment. No message contains them. */
final class PlatformAccount {
    static final String USERNAME = "CUCM_CERTS_USERNAME";
    static final String PASSWORD = "CUCM_CERTS_PASSWORD";

    /** What Maven treats as encrypted: text in braces that are not escaped. */
    private static final Pattern ENCRYPTED = Pattern.compile("(?:.*[^\\\\])?\\{.*[^\\\\]}.*", Pattern.DOTALL);

    /** An encrypted password as Maven writes it, without any other text. */
    private static final Pattern IS_ENCRYPTED = Pattern.compile("\\{[A-Za-z0-9+/]{16,}={0,2}\\}");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{.*}");

    private PlatformAccount() {}

    /**
     * The credentials of the server with that id, or else of the environment.
     *
     * @throws MojoExecutionException if there are none, or the password cannot be decrypted
     */
    static Credentials credentials(
            String serverId, Settings settings, SettingsDecrypter decrypter, UnaryOperator<String> environment, Log log)
            throws MojoExecutionException {
        Server server = settings.getServer(serverId);
        Message source = Message.of("mojo.source-settings", "settings.xml, server {server}", "server", serverId);
        String user;
        String password;
        if (server == null) {
            source = Message.of(
                    "mojo.source-environment",
                    "the environment variables {user} and {password}",
                    "user",
                    USERNAME,
                    "password",
                    PASSWORD);
            user = environment.apply(USERNAME);
            password = environment.apply(PASSWORD);
            if (Values.isBlank(user) && Values.isBlank(password)) {
                throw Stopped.of(
                        "mojo.no-credentials",
                        "There is no user name and password: settings.xml has no <server> with the id {server}"
                                + " (cucm-certs.serverId), and {source} are not set.",
                        "server",
                        serverId,
                        "source",
                        source);
            }
        } else {
            user = server.getUsername();
            password = server.getPassword();
        }
        if (Values.isBlank(user) || password == null || password.isEmpty()) {
            throw Values.isBlank(user)
                    ? Stopped.of("mojo.no-user", "The user name is missing ({source}).", "source", source)
                    : Stopped.of("mojo.no-password", "The password is missing ({source}).", "source", source);
        }
        if (server == null && IS_ENCRYPTED.matcher(password).matches()) {
            throw notDecrypted(
                    source, Message.of("mojo.only-in-settings", "Maven decrypts only passwords in settings.xml"));
        }
        if (PLACEHOLDER.matcher(user).matches() || PLACEHOLDER.matcher(password).matches()) {
            throw Stopped.of(
                    "mojo.placeholder",
                    "The user name or the password is a placeholder {placeholder} without a value ({source}). Nothing was sent.",
                    "placeholder",
                    "${…}",
                    "source",
                    source);
        }
        try {
            return Credentials.of(user, server == null ? password : decrypted(server, decrypter, source, log));
        } catch (WrongValue e) {
            throw Stopped.of(
                    "mojo.credentials-unusable",
                    "The credentials cannot be used: {reason} ({source}).",
                    "reason",
                    e.text(),
                    "source",
                    source);
        }
    }

    private static String decrypted(Server server, SettingsDecrypter decrypter, Message source, Log log)
            throws MojoExecutionException {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            String text = Visible.of(String.valueOf(problem.getMessage()));
            if (problem.getSeverity() == SettingsProblem.Severity.WARNING) {
                log.warn(text);
            } else {
                throw notDecrypted(source, text);
            }
        }
        String password = result.getServer().getPassword();
        if (password.equals(server.getPassword()) && ENCRYPTED.matcher(password).matches()) {
            throw notDecrypted(source, Message.of("mojo.still-encrypted", "it is still encrypted"));
        }
        return password;
    }

    private static Stopped notDecrypted(Message source, Object reason) {
        return Stopped.of(
                "mojo.not-decrypted",
                "The password cannot be decrypted ({source}): {reason}. Nothing was sent. Make sure that settings-security.xml"
                        + " (Maven 4: settings-security4.xml) has the key with which the password was encrypted.",
                "source",
                source,
                "reason",
                reason);
    }
}
