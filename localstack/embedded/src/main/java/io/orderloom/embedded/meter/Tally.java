package io.orderloom.embedded.meter;

/** A count that many threads add to. */
final class Tally {
    private Count count = Count.NONE;

    synchronized void add(Count more) {
        count = count.plus(more);
    }

    synchronized Count count() {
        return count;
    }
}
