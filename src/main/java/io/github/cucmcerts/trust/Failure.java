package io.github.cucmcerts.trust;

import io.github.cucmcerts.text.Message;

/** A part of the check that failed, and how. */
public record Failure(Message part, String problem) {
    static Failure of(Message part, Throwable problem) {
        return new Failure(part, String.valueOf(problem));
    }
}
