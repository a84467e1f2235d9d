package io.orderloom.topology;

import java.util.Optional;

/**
 * The actions on the table, by their names in IAM (Service Authorization Reference, "Actions,
 * resources, and condition keys for Amazon DynamoDB"). A transaction needs the action of each of
 * its parts.
 */
public enum TableAction {
    BATCH_GET_ITEM("BatchGetItem"),
    BATCH_WRITE_ITEM("BatchWriteItem"),
    DELETE_ITEM("DeleteItem"),
    DESCRIBE_TABLE("DescribeTable"),
    GET_ITEM("GetItem"),
    PUT_ITEM("PutItem"),
    QUERY("Query"),
    /** The work list's index, which is a resource of its own. */
    QUERY_WORK("Query", Optional.of(Table.WORK)),
    /** The index of due orders. */
    QUERY_DUE("Query", Optional.of(Table.DUE)),
    SCAN("Scan"),
    UPDATE_ITEM("UpdateItem");

    private final String name;
    private final Optional<Table.Index> index;

    TableAction(String name) {
        this(name, Optional.empty());
    }

    TableAction(String name, Optional<Table.Index> index) {
        this.name = name;
        this.index = index;
    }

    /** For example {@code dynamodb:PutItem}. */
    public String action() {
        return "dynamodb:" + name;
    }

    /** The index that the action applies to; empty for the table itself. */
    public Optional<Table.Index> index() {
        return index;
    }
}
