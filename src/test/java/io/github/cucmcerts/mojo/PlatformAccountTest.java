package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.snapshot.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

class PlatformAccountTest {
    private static final String USER = "admin";
    private static final String PASSWORD = "geh{e}im-ß";

    @TempDir
    private Path temporary;

    private final Map<String, String> environment = new HashMap<>();
    private Settings settings = new Settings();
    private SettingsDecrypter decrypter;

    @Test
    void withoutAServerTheEnvironmentIsUsed() throws Exception {
        decrypter = nothingToDecrypt();
        server("other", "x", "y");
        environment.putAll(Map.of("CUCM_CERTS_USERNAME", USER, "CUCM_CERTS_PASSWORD", PASSWORD));
        assertThat(credentials()).usingRecursiveComparison().isEqualTo(Credentials.of(USER, PASSWORD));
    }

    @Test
    void anEncryptedPasswordInTheEnvironmentStopsTheGoal() {
        String encrypted = "{COQLCE6DU6GtcS5P+=}";
        environment.putAll(Map.of("CUCM_CERTS_USERNAME", USER, "CUCM_CERTS_PASSWORD", encrypted));
        assertStopped(
                "The password cannot be decrypted (the environment variables CUCM_CERTS_USERNAME and CUCM_CERTS_PASSWORD):"
                        + " Maven decrypts only passwords in settings.xml",
                encrypted);
    }

    @Test
    void theServerComesBeforeTheEnvironment() throws Exception {
        decrypter = nothingToDecrypt();
        environment.putAll(Map.of("CUCM_CERTS_USERNAME", "x", "CUCM_CERTS_PASSWORD", "y"));
        server("cucm", USER, PASSWORD.replace("{", "").replace("}", ""));
        assertThat(credentials()).usingRecursiveComparison().isEqualTo(Credentials.of(USER, "geheim-ß"));
    }

    @Test
    void anEncryptedPasswordIsDecryptedWithMavensKey() throws Exception {
        DefaultPlexusCipher cipher = new DefaultPlexusCipher();
        Path security = Files.writeString(
                temporary.resolve("settings-security.xml"),
                "<settingsSecurity><master>" + cipher.encryptAndDecorate("master", "settings.security")
                        + "</master></settingsSecurity>");
        decrypter = new DefaultSettingsDecrypter(new DefaultSecDispatcher(cipher, Map.of(), security.toString()));
        server("cucm", USER, cipher.encryptAndDecorate(PASSWORD, "master"));
        assertThat(credentials()).usingRecursiveComparison().isEqualTo(Credentials.of(USER, PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-file.xml", "other-master.xml"})
    void aPasswordThatCannotBeDecryptedStopsTheGoal(String file) throws Exception {
        DefaultPlexusCipher cipher = new DefaultPlexusCipher();
        Files.writeString(
                temporary.resolve("other-master.xml"),
                "<settingsSecurity><master>" + cipher.encryptAndDecorate("other", "settings.security")
                        + "</master></settingsSecurity>");
        decrypter = new DefaultSettingsDecrypter(new DefaultSecDispatcher(
                cipher, Map.of(), temporary.resolve(file).toString()));
        String encrypted = cipher.encryptAndDecorate(PASSWORD, "master");
        server("cucm", USER, encrypted);
        assertStopped("The password cannot be decrypted (settings.xml, server cucm): ", encrypted);
    }

    @Test
    void aPasswordThatIsStillEncryptedStopsTheGoal() {
        decrypter = nothingToDecrypt();
        server("cucm", USER, "{COQLCE6DU6GtcS5P=}");
        assertStopped(
                "The password cannot be decrypted (settings.xml, server cucm): it is still encrypted. Nothing was sent.",
                "COQLCE6DU6GtcS5P");
        server("cucm", USER, "my note {COQLCE6DU6GtcS5P=} on it");
        assertStopped("The password cannot be decrypted", "COQLCE6DU6GtcS5P");
    }

    @ParameterizedTest
    @EnumSource(SettingsProblem.Severity.class)
    void aProblemOfDecryptionIsReported(SettingsProblem.Severity severity) throws Exception {
        decrypter = request -> new Decrypted(
                request.getServers(),
                List.of(new DefaultSettingsProblem("no key", severity, "server: cucm", -1, -1, null)));
        server("cucm", USER, "geheim");
        if (severity == SettingsProblem.Severity.WARNING) {
            assertThat(credentials()).usingRecursiveComparison().isEqualTo(Credentials.of(USER, "geheim"));
        } else {
            assertStopped(
                    "The password cannot be decrypted (settings.xml, server cucm): no key. Nothing was sent", "geheim");
        }
    }

    @Test
    void withoutCredentialsTheMessageSaysWhereToSetThem() {
        decrypter = nothingToDecrypt();
        assertStopped(
                "There is no user name and password: settings.xml has no <server> with the id cucm (cucm-certs.serverId),"
                        + " and the environment variables CUCM_CERTS_USERNAME and CUCM_CERTS_PASSWORD are not set.",
                "geheim");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "admin, null, The password is missing",
                "admin, '', The password is missing",
                "null, geheim, The user name is missing",
                "' ', geheim, The user name is missing",
                "admin, ${env.CUCM}, The user name or the password is a placeholder",
                "${user}, geheim, The user name or the password is a placeholder",
                "ad:min, geheim, The credentials cannot be used: the user name"
            })
    void incompleteCredentialsStopTheGoal(String user, String password, String message) {
        decrypter = nothingToDecrypt();
        server("cucm", user, password);
        assertStopped(message, "geheim");
        settings = new Settings();
        environment.put("CUCM_CERTS_USERNAME", user);
        environment.put("CUCM_CERTS_PASSWORD", password);
        assertStopped(message, "geheim");
    }

    private void assertStopped(String message, String secret) {
        assertThatThrownBy(this::credentials)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining(secret)
                .hasNoCause();
    }

    private Credentials credentials() throws MojoExecutionException {
        return PlatformAccount.credentials("cucm", settings, decrypter, environment::get, new SystemStreamLog());
    }

    private void server(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        settings = new Settings();
        settings.addServer(server);
    }

    private static SettingsDecrypter nothingToDecrypt() {
        return request -> new Decrypted(request.getServers(), List.of());
    }

    private record Decrypted(List<Server> servers, List<SettingsProblem> problems) implements SettingsDecryptionResult {
        @Override
        public Server getServer() {
            return servers.get(0);
        }

        @Override
        public List<Server> getServers() {
            return servers;
        }

        @Override
        public Proxy getProxy() {
            return null;
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of();
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    }
}
