package io.github.cucmcerts.snapshot;

import io.github.cucmcerts.text.WrongValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The user name and password of a platform account. {@link #toString()} shows neither, so that they never get into a
 * log.
 */
public final class Credentials {
    private final String user;
    private final String password;

    private Credentials(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /**
     * Credentials for HTTP Basic authentication.
     *
     * @throws WrongValue if HTTP cannot send them; the message contains no part of them
     */
    public static Credentials of(String user, String password) {
        if (user.indexOf(':') >= 0) {
            throw WrongValue.of(
                    "mojo.user-colon", "the user name contains a colon, which HTTP Basic authentication cannot send");
        }
        if ((user + password).chars().anyMatch(Character::isISOControl)) {
            throw WrongValue.of(
                    "mojo.user-control-character",
                    "the user name or the password contains a control character, such as a line end");
        }
        return new Credentials(user, password);
    }

    /** The value of the {@code Authorization} header (RFC 7617, in UTF-8). */
    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Credentials[not shown]";
    }
}
