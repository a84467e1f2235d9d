package io.orderloom.kit.order;

import io.orderloom.card.CardNumbers;
import io.orderloom.topology.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Looks for payment card numbers in everything that the table holds: keys, bodies, payloads, and
 * the messages of dead letters. It holds no more than one page and one body in memory.
 */
public final class CardScan {
    /** The end of the sort keys of a body's further parts. */
    private static final Pattern FURTHER_PART = Pattern.compile("#part\\d+$");

    private static final Set<String> OF_FURTHER_PARTS =
            Set.of(Table.PARTITION_KEY, Table.SORT_KEY, Items.BODY, Table.TIME_TO_LIVE);

    private static final Set<String> HASHES = Set.of(Items.HASH, LogTail.CHAINED, Payloads.SHA_256);

    private final DynamoDbClient dynamo;
    private final String table;
    private final TableReads reads;

    public CardScan(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.reads = new TableReads(dynamo, table);
    }

    /**
     * A place in the table that holds a card number, or that can't be read.
     *
     * @param item its keys; a number in them is masked
     * @param field the attribute, and the place in it
     * @param what the last four digits, or why it can't be read
     */
    public record Place(String item, String field, String what, boolean read) {}

    /** Scans the table and returns how many items it holds. */
    public long all(Consumer<Place> each) {
        long items = 0;
        for (var item :
                dynamo.scanPaginator(r -> r.tableName(table).consistentRead(true)).items()) {
            look(item, each);
            items++;
        }
        return items;
    }

    private void look(Map<String, AttributeValue> item, Consumer<Place> each) {
        var key = ItemKey.of(item);
        var name = CardNumbers.masked(key.partition()) + " " + CardNumbers.masked(key.sort());
        var texts = new CardTexts((field, last) -> each.accept(new Place(name, field, last, true)));
        for (var attribute : item.entrySet()) {
            try {
                look(item, attribute.getKey(), attribute.getValue(), texts);
            } catch (RuntimeException unreadable) {
                // The error's message is left out, because it may repeat the item's content.
                var why = unreadable.getClass().getSimpleName();
                each.accept(new Place(name, attribute.getKey(), why, false));
            }
        }
    }

    private void look(
            Map<String, AttributeValue> item, String name, AttributeValue value, CardTexts texts) {
        if (name.equals(Items.BODY) && value.b() != null) {
            if (!isFurtherPart(item)) {
                texts.packed(whole(item), name);
            }
        } else if (value.b() != null) {
            if (!HASHES.contains(name)) {
                texts.packed(value.b().asByteArrayUnsafe(), name);
            }
        } else if (value.s() != null) {
            texts.text(value.s(), name);
        } else if (value.hasSs()) {
            value.ss().forEach(one -> texts.text(one, name));
        }
    }

    /**
     * Whether it is a further part of a body, which is scanned with the first one. Another item
     * with such a name has more attributes.
     */
    private static boolean isFurtherPart(Map<String, AttributeValue> item) {
        return FURTHER_PART.matcher(Items.sort(item)).find()
                && OF_FURTHER_PARTS.containsAll(item.keySet());
    }

    private byte[] whole(Map<String, AttributeValue> item) {
        var others = LargeItems.others(item).stream().collect(Collectors.toSet());
        return LargeItems.whole(item, others.isEmpty() ? new HashMap<>() : reads.items(others));
    }
}
