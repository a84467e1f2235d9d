package io.orderloom.kit.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads items by their keys, consistently, for all orders of a batch together. */
@ApplicationScoped
public class TableReads {
    /** The most keys in one BatchGetItem (Amazon DynamoDB API Reference). */
    private static final int KEYS = 100;

    private final DynamoDbClient dynamo;
    private final String table;
    private final RequestCoalescer<Set<ItemKey>, Answer> together;

    @Inject
    TableReads(DynamoDbClient dynamo, TableName name, Locks locks) {
        this(dynamo, name.value(), locks.lock());
    }

    /** For use by a single thread. */
    TableReads(DynamoDbClient dynamo, String table) {
        this(dynamo, table, new ReentrantLock());
    }

    private TableReads(DynamoDbClient dynamo, String table, Lock underWay) {
        this.dynamo = dynamo;
        this.table = table;
        this.together =
                new RequestCoalescer<>(
                        KEYS, Set::size, this::request, RequestCoalescer::oneIsToBlame, underWay);
    }

    /** The items that a request returned, and the keys that it did not reach. */
    private record Answer(Map<ItemKey, Map<String, AttributeValue>> items, Set<ItemKey> unread) {}

    /**
     * The items with these keys; missing ones are left out. A request returns at most 16 MB, so the
     * keys that it did not reach are requested again as long as each request returns something.
     *
     * @throws IllegalStateException if the table is too busy to return all
     */
    public Map<ItemKey, Map<String, AttributeValue>> items(Set<ItemKey> keys) {
        var found = new HashMap<ItemKey, Map<String, AttributeValue>>();
        var left = keys;
        do {
            var answer = together.ask(left);
            found.putAll(answer.items());
            if (answer.unread().size() == left.size() && !left.isEmpty()) {
                throw new IllegalStateException("the table is throttled while reading " + left);
            }
            left = answer.unread();
        } while (!left.isEmpty());
        return found;
    }

    private List<Answer> request(List<Set<ItemKey>> questions) {
        // A key may stand in a request only once.
        var keys = questions.stream().flatMap(Set::stream).distinct().toList();
        var wanted =
                KeysAndAttributes.builder()
                        .keys(keys.stream().map(ItemKey::attributes).toList())
                        .consistentRead(true)
                        .build();
        var answer = dynamo.batchGetItem(r -> r.requestItems(Map.of(table, wanted)));
        var unread = unread(answer);
        var items =
                answer.responses().getOrDefault(table, List.of()).stream()
                        .collect(Collectors.toMap(ItemKey::of, Function.identity()));
        return questions.stream().map(question -> share(question, items, unread)).toList();
    }

    private Set<ItemKey> unread(BatchGetItemResponse answer) {
        var left = answer.hasUnprocessedKeys() ? answer.unprocessedKeys().get(table) : null;
        return left == null
                ? Set.of()
                : left.keys().stream().map(ItemKey::of).collect(Collectors.toSet());
    }

    private static Answer share(
            Set<ItemKey> question,
            Map<ItemKey, Map<String, AttributeValue>> items,
            Set<ItemKey> unread) {
        var found = new HashSet<>(question);
        found.retainAll(items.keySet());
        var left = new HashSet<>(question);
        left.retainAll(unread);
        return new Answer(
                found.stream().collect(Collectors.toMap(Function.identity(), items::get)), left);
    }
}
