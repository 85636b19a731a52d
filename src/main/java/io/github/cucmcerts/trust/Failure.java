package io.github.cucmcerts.trust;

/** A part of the check that failed, and how. */
public record Failure(String part, String problem) {
    static Failure of(String part, Throwable problem) {
        return new Failure(part, String.valueOf(problem));
    }
}
