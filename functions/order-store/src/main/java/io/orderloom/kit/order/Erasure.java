package io.orderloom.kit.order;

import io.orderloom.core.PostingProfile;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Erases an order's personal data: a tombstone takes its place, payloads are deleted, and whatever
 * is received later is kept without personal data.
 */
public final class Erasure {
    static final String ERASED = "erased";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Orders orders;

    /** For the command line tool: no function may delete an item. */
    public Erasure(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.orders = new Orders(OrderStore.plain(dynamo, table));
    }

    /**
     * Erases an order; doing it again changes nothing.
     *
     * @param profile of the order's channel; read only when an order is placed, and so never here
     * @return how many payloads were deleted
     */
    public int erase(OrderId order, PostingProfile profile, String correlationId, Instant now) {
        orders.ingest(
                new ProcessFact.Erased(
                        new Provenance(
                                new FactKey(
                                        "orderloom/desk",
                                        ProcessFact.Erased.KIND,
                                        order.toString(),
                                        "1"),
                                Role.MIDDLEWARE,
                                now,
                                now,
                                correlationId),
                        order),
                profile);
        dynamo.putItem(r -> r.tableName(table).item(tombstone(order, now)));
        var payloads = Payloads.keys(dynamo, table, Items.partition(order));
        payloads.forEach(key -> dynamo.deleteItem(r -> r.tableName(table).key(key.attributes())));
        return payloads.size();
    }

    private static Map<String, AttributeValue> tombstone(OrderId order, Instant now) {
        var item = Items.key(order, Items.PERSONAL_DATA);
        item.put(Items.BODY, Items.body(PersonalData.NONE));
        item.put(ERASED, Items.text(now.toString()));
        return item;
    }

    /** Whether a tombstone is in the place of the order's personal data. */
    static boolean isErased(OrderId order, TableReads reads) {
        return isErased(Items.partition(order), reads);
    }

    static boolean isErased(String partition, TableReads reads) {
        var place = new ItemKey(partition, Items.PERSONAL_DATA);
        var found = reads.items(Set.of(place)).get(place);
        return found != null && found.containsKey(ERASED);
    }
}
