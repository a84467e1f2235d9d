package io.orderloom.kit.order;

import io.orderloom.core.ChangeSet;
import io.orderloom.fact.Fact;
import io.orderloom.topology.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Commits what a fact changed: the state and the entry of the log, both or neither. */
final class Commits {
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private final DynamoDbClient dynamo;
    private final String table;
    private final TableWrites writes;

    Commits(DynamoDbClient dynamo, String table, TableWrites writes) {
        this.dynamo = dynamo;
        this.table = table;
        this.writes = writes;
    }

    /**
     * Commits a change-set: the new state, if nobody was faster, and with it the fact's entry in
     * the log.
     */
    Appended append(Stored before, Fact fact, ChangeSet changeSet) {
        before.tail().ifPresent(tail -> writes.put(List.of(tail)));
        var items = AppendedItems.of(before, fact, changeSet);
        return items.together() ? inOneItem(before, items) : inTwo(before, items);
    }

    private Appended inOneItem(Stored before, AppendedItems items) {
        var expected = Expected.before(before);
        try {
            dynamo.putItem(r ->
                    r.tableName(table)
                            .item(items.state())
                            .conditionExpression(expected.condition())
                            .expressionAttributeValues(expected.values())
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
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

    /** What an item can't hold is committed as two, which is billed double. */
    private Appended inTwo(Stored before, AppendedItems items) {
        var expected = Expected.before(before);
        var state =
                Put.builder()
                        .tableName(table)
                        .item(items.state())
                        .conditionExpression(expected.condition())
                        .expressionAttributeValues(expected.values());
        try {
            dynamo.transactWriteItems(r -> r.transactItems(transact(state), putNew(items.log())));
            return new Appended.Committed();
        } catch (TransactionCanceledException cancelled) {
            return appended(cancelled);
        }
    }

    /**
     * That nobody changed an order since it was read.
     *
     * @param values of the expression; null where it names none, since an empty map is refused
     */
    private record Expected(String condition, @Nullable Map<String, AttributeValue> values) {
        static Expected before(Stored before) {
            long version = before.state().version();
            return version == 0
                    ? new Expected("attribute_not_exists(" + Table.PARTITION_KEY + ")", null)
                    : new Expected(
                            Items.VERSION + " = :before", Map.of(":before", Items.number(version)));
        }
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
                        .conditionExpression("attribute_not_exists(" + Table.PARTITION_KEY + ")")
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private static TransactWriteItem transact(Put.Builder put) {
        return TransactWriteItem.builder().put(put.build()).build();
    }
}
