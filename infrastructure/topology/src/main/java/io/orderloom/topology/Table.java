package io.orderloom.topology;

import java.util.List;

/** The one table: its keys, its time-to-live attribute and its sparse indexes. */
public final class Table {
    public static final String NAME = "orderloom";
    public static final String PARTITION_KEY = "pk";
    public static final String SORT_KEY = "sk";

    /** Epoch seconds; only payloads and last failures carry it. */
    public static final String TIME_TO_LIVE = "ttl";

    /** The variable in which a function finds the table's name. */
    public static final String NAME_VARIABLE = "ORDERLOOM_TABLE";

    /**
     * The work list: open exceptions and stuck tasks by kind and age. Sparse, so that an order that
     * meets no trouble never pays for it.
     */
    public static final Index WORK = new Index("work", "workKind", "workSince");

    public static final List<Index> INDEXES = List.of(WORK);

    private Table() {}

    /** A global secondary index over two string attributes, projecting everything. */
    public record Index(String name, String partitionKey, String sortKey) {}
}
