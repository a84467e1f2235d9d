package io.orderloom.contract.compat;

import java.util.Set;

/** Who meets a schema, and therefore what has to survive a change of it. */
public enum ReadBy {
    /** Others, who are not deployed with us: what they have has to understand what we send now. */
    SUBSCRIBERS("subscribers", Set.of(Reading.OLD_READS_NEW)),

    /** Ourselves, later: what is kept has to be read by what is deployed now. */
    STORE("the table", Set.of(Reading.NEW_READS_OLD)),

    /** The function behind a queue, which may be one release ahead or, after a rollback, behind. */
    QUEUE("queues", Set.of(Reading.NEW_READS_OLD, Reading.OLD_READS_NEW));

    private final String label;
    private final Set<Reading> readings;

    ReadBy(String label, Set<Reading> readings) {
        this.label = label;
        this.readings = Set.copyOf(readings);
    }

    public String label() {
        return label;
    }

    public Set<Reading> readings() {
        return readings;
    }
}
