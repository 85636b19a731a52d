package io.github.cucmcerts.snapshot;

/** What became of one node. */
public sealed interface Result {
    Target target();

    /** It gave a snapshot. */
    record Taken(Target target, Snapshot snapshot) implements Result {}

    /** It gave none. */
    record Failed(Target target, NoSnapshot why) implements Result {}
}
