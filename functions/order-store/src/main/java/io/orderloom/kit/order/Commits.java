package io.orderloom.kit.order;

import io.orderloom.core.ChangeSet;
import io.orderloom.fact.Fact;
import io.orderloom.topology.Table;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Commits the result of a fact: the state and the log entry, both or neither. */
final class Commits {
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private static final String NEW = "attribute_not_exists(" + Table.PARTITION_KEY + ")";

    /** The condition that the order was not changed since it was read. */
    private static final String UNCHANGED = Items.VERSION + " = :before";

    private final DynamoDbClient dynamo;
    private final String table;

    Commits(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * Commits a change set: the new state, if no other fact was committed first, and the fact's log
     * entry.
     */
    Appended append(LoadedOrder before, Fact fact, ChangeSet changeSet) {
        return before.tail()
                .flatMap(tail -> keep(tail))
                .orElseGet(() -> commit(before, AppendedItems.of(before, fact, changeSet)));
    }

    /**
     * Puts the newest entry under its own key, where it stays for good: an entry is never
     * overwritten.
     *
     * @return why nothing can be appended; empty if the entry is there, now or from an earlier
     *     attempt
     */
    private Optional<Appended> keep(Map<String, AttributeValue> tail) {
        try {
            put(tail);
            return Optional.empty();
        } catch (ConditionalCheckFailedException there) {
            return there.item().equals(tail)
                    ? Optional.empty()
                    : Optional.of(
                            new Appended.Tampered(
                                    Items.sort(tail),
                                    Items.version(tail),
                                    "another entry lies under its key"));
        } catch (TransactionConflictException busy) {
            return Optional.of(new Appended.Overtaken());
        }
    }

    private Appended commit(LoadedOrder before, AppendedItems items) {
        return items.together() ? inOneItem(before, items) : inTwo(before, items);
    }

    private Appended inOneItem(LoadedOrder before, AppendedItems items) {
        try {
            if (before.state().version() == 0) {
                put(items.first());
            } else {
                update(before, items);
            }
            return new Appended.Committed();
        } catch (ConditionalCheckFailedException failed) {
            return LogTail.of(failed.item())
                    .filter(tail -> Items.sort(tail).equals(Items.sort(items.log())))
                    .<Appended>map(tail -> new Appended.KnownAlready(Items.logEntry(tail)))
                    .orElseGet(Appended.Overtaken::new);
        } catch (TransactionConflictException busy) {
            return new Appended.Overtaken();
        }
    }

    private void put(Map<String, AttributeValue> item) {
        dynamo.putItem(r ->
                r.tableName(table)
                        .item(item)
                        .conditionExpression(NEW)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    /**
     * An update and not a put, which would undo the attributes that deliveries have changed beside
     * the state meanwhile.
     */
    private void update(LoadedOrder before, AppendedItems items) {
        var update = items.next().with(expected(before));
        dynamo.updateItem(r ->
                r.tableName(table)
                        .key(items.key())
                        .updateExpression(update.expression())
                        .conditionExpression(UNCHANGED)
                        .expressionAttributeValues(update.values())
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    /** Commits two items, at twice the price, if state and entry don't fit into one. */
    private Appended inTwo(LoadedOrder before, AppendedItems items) {
        var state = before.state().version() == 0 ? putNew(items.first()) : updated(before, items);
        try {
            dynamo.transactWriteItems(r -> r.transactItems(state, putNew(items.log())));
            return new Appended.Committed();
        } catch (TransactionCanceledException cancelled) {
            return appended(cancelled);
        }
    }

    private TransactWriteItem updated(LoadedOrder before, AppendedItems items) {
        var update = items.next().with(expected(before));
        return TransactWriteItem.builder()
                .update(
                        Update.builder()
                                .tableName(table)
                                .key(items.key())
                                .updateExpression(update.expression())
                                .conditionExpression(UNCHANGED)
                                .expressionAttributeValues(update.values())
                                .build())
                .build();
    }

    private static Map<String, AttributeValue> expected(LoadedOrder before) {
        return Map.of(":before", Items.number(before.state().version()));
    }

    private static Appended appended(TransactionCanceledException cancelled) {
        CancellationReason fact = cancelled.cancellationReasons().get(1);
        if (CONDITION_FAILED.equals(fact.code())) {
            return new Appended.KnownAlready(Items.logEntry(fact.item()));
        }
        boolean raced =
                cancelled.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .anyMatch(
                                c -> c.equals(CONDITION_FAILED) || c.equals("TransactionConflict"));
        if (raced) {
            return new Appended.Overtaken();
        }
        throw cancelled;
    }

    private TransactWriteItem putNew(Map<String, AttributeValue> item) {
        return transact(
                Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression(NEW)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private static TransactWriteItem transact(Put.Builder put) {
        return TransactWriteItem.builder().put(put.build()).build();
    }
}
