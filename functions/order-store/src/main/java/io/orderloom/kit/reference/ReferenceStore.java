package io.orderloom.kit.reference;

import io.orderloom.kit.order.ItemKey;
import io.orderloom.kit.order.Items;
import io.orderloom.kit.order.TableName;
import io.orderloom.kit.order.TableReads;
import io.orderloom.reference.Reference;
import io.orderloom.reference.ReferenceKey;
import io.orderloom.reference.References;
import io.orderloom.topology.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Keeps the newest statement about each thing, whatever the order in which statements come. A
 * repetition changes nothing.
 */
@ApplicationScoped
public class ReferenceStore implements References {
    private static final String STATED_AT = "statedAt";

    private final TableReads reads;
    private final DynamoDbClient dynamo;
    private final String table;

    ReferenceStore(TableReads reads, DynamoDbClient dynamo, TableName name) {
        this.reads = reads;
        this.dynamo = dynamo;
        this.table = name.value();
    }

    @Override
    public Map<ReferenceKey, Reference> find(Set<ReferenceKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var wanted = keys.stream().map(ReferenceStore::key).collect(Collectors.toSet());
        return reads.items(wanted).values().stream()
                .map(item -> Items.body(item, Reference.class))
                .collect(Collectors.toMap(Reference::key, Function.identity()));
    }

    /**
     * Keeps a statement, unless a later one is kept.
     *
     * @return false if a later one is
     */
    public boolean keep(Reference reference) {
        var statedAt = Items.number(reference.statedAt().toEpochMilli());
        var item = new HashMap<>(key(reference.key()).attributes());
        item.put(STATED_AT, statedAt);
        item.put(Items.BODY, Items.body(reference));
        try {
            dynamo.putItem(r ->
                    r.tableName(table)
                            .item(item)
                            .conditionExpression(
                                    "attribute_not_exists(%s) OR %s <= :statedAt"
                                            .formatted(Table.PARTITION_KEY, STATED_AT))
                            .expressionAttributeValues(Map.of(":statedAt", statedAt)));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static ItemKey key(ReferenceKey key) {
        return new ItemKey("REF#%s#%s".formatted(key.system(), key.kind()), key.id());
    }
}
