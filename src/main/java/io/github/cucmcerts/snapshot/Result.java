package io.github.cucmcerts.snapshot;

/** The result for one node. */
public sealed interface Result {
    Target target();

    /** The node gave a snapshot. */
    record Taken(Target target, Snapshot snapshot) implements Result {}

    /** The node gave no snapshot. */
    record Failed(Target target, NoSnapshot why) implements Result {}
}
