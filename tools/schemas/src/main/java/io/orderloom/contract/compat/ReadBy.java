package io.orderloom.contract.compat;

import java.util.Set;

/** The readers of a schema, which decide what has to work after a change of it. */
public enum ReadBy {
    /**
     * Systems of others, which are not deployed with us: their present version has to understand
     * what we send now.
     */
    SUBSCRIBERS("subscribers", Set.of(ReadDirection.OLD_READS_NEW)),

    /** Later versions of Orderloom: the present version has to read what older ones stored. */
    STORE("the table", Set.of(ReadDirection.NEW_READS_OLD)),

    /** The function behind a queue, which may be one release ahead or, after a rollback, behind. */
    QUEUE("queues", Set.of(ReadDirection.NEW_READS_OLD, ReadDirection.OLD_READS_NEW));

    private final String label;
    private final Set<ReadDirection> readings;

    ReadBy(String label, Set<ReadDirection> readings) {
        this.label = label;
        this.readings = Set.copyOf(readings);
    }

    public String label() {
        return label;
    }

    public Set<ReadDirection> readings() {
        return readings;
    }
}
