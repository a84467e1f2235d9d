package io.orderloom.kit.order;

/** What became of the attempt to append a change-set. */
sealed interface Appended {

    record Committed() implements Appended {}

    /** The fact was absorbed before; this is what it changed. */
    record KnownAlready(LogEntry entry) implements Appended {}

    /** Another fact was faster: load and decide again. */
    record Overtaken() implements Appended {}
}
