package io.orderloom.topology;

import java.util.List;

/** The one table: its keys, its time-to-live attribute and its sparse indexes. */
public final class Table {
    public static final String NAME = "orderloom";
    public static final String PARTITION_KEY = "pk";
    public static final String SORT_KEY = "sk";

    /**
     * Epoch seconds, in items that expire: payloads, dead letters, last failures, and records of
     * events that were delivered.
     */
    public static final String TIME_TO_LIVE = "ttl";

    /** The variable in which a function finds the table's name. */
    public static final String NAME_VARIABLE = "ORDERLOOM_TABLE";

    /**
     * The work list: open exceptions and stuck tasks by kind and age. It is sparse, so that an
     * order without trouble costs nothing here.
     */
    public static final Index WORK = new Index("work", "workKind", "workSince", Projection.ALL);

    /**
     * Orders for which something is due that needs no person, by age. An order is listed from the
     * commit that makes something due until it is settled, in {@link #DUE_SHARDS} partitions, so
     * that none is hot. The index holds keys alone, because each further byte would be written
     * twice for an order.
     */
    public static final Index DUE = new Index("due", "dueIn", "dueSince", Projection.KEYS);

    public static final int DUE_SHARDS = 4;

    public static final List<Index> INDEXES = List.of(WORK, DUE);

    private Table() {}

    /** The part of an item that its entry in an index holds. */
    public enum Projection {
        ALL,
        /** The keys of the table and of the index. */
        KEYS
    }

    /** A global secondary index over two string attributes. */
    public record Index(String name, String partitionKey, String sortKey, Projection projection) {}
}
