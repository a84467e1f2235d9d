package io.orderloom.topology;

/**
 * What may be done to the table, by the names that IAM knows (Service Authorization Reference,
 * "Actions, resources, and condition keys for Amazon DynamoDB"). A transaction needs the action of
 * each of its parts.
 */
public enum TableAction {
    BATCH_GET_ITEM("BatchGetItem"),
    BATCH_WRITE_ITEM("BatchWriteItem"),
    CONDITION_CHECK_ITEM("ConditionCheckItem"),
    DELETE_ITEM("DeleteItem"),
    DESCRIBE_TABLE("DescribeTable"),
    GET_ITEM("GetItem"),
    PUT_ITEM("PutItem"),
    QUERY("Query"),
    UPDATE_ITEM("UpdateItem");

    private final String name;

    TableAction(String name) {
        this.name = name;
    }

    /** For example {@code dynamodb:PutItem}. */
    public String action() {
        return "dynamodb:" + name;
    }
}
