package io.github.cucmcerts.mojo;

import io.github.cucmcerts.text.Message;
import org.apache.maven.plugin.MojoExecutionException;

/** Why a goal stops. The message is in English; {@link AbstractGoalMojo} shows it in the language of the goal. */
final class Stopped extends MojoExecutionException {
    private final transient Message text;

    private Stopped(Message text, Throwable cause) {
        super(text.toString(), cause);
        this.text = text;
    }

    /** As {@link Message#of}. */
    static Stopped of(String key, String english, Object... values) {
        return new Stopped(Message.of(key, english, values), null);
    }

    static Stopped because(Throwable cause, Message text) {
        return new Stopped(text, cause);
    }

    Message text() {
        return text;
    }
}
