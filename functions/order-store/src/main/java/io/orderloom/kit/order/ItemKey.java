package io.orderloom.kit.order;

import io.orderloom.topology.Table;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The key of one item of the table. */
public record ItemKey(String partition, String sort) {

    /** The key of an item, or the key that a map of key attributes holds. */
    static ItemKey of(Map<String, AttributeValue> item) {
        return new ItemKey(
                Items.attribute(item, Table.PARTITION_KEY).s(),
                Items.attribute(item, Table.SORT_KEY).s());
    }

    public Map<String, AttributeValue> attributes() {
        return Items.key(partition, sort);
    }
}
