package io.orderloom.kit.governor;

import io.orderloom.governor.Account;
import io.orderloom.kit.order.TableName;
import io.orderloom.topology.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The ERP accounts in the table. Each change is conditional on the version that was read. */
@ApplicationScoped
class Accounts {
    /** How often a write may lose a race for the item before the batch is left for later. */
    private static final int RACES = 20;

    private final DynamoDbClient dynamo;
    private final String table;

    Accounts(DynamoDbClient dynamo, TableName name) {
        this.dynamo = dynamo;
        this.table = name.value();
    }

    /** The account before and after a change. */
    record Changed(Account before, Account after) {}

    /**
     * Changes an account. The conditional write itself shows if another process was faster, so no
     * read comes first.
     *
     * @param known the account as it was last seen
     * @param change may be called again, with the account as it is by then; if it changes nothing,
     *     nothing is written
     * @throws IllegalStateException if others kept being faster; a redelivery tries again
     */
    Changed change(String erp, Account known, UnaryOperator<Account> change) {
        var before = known;
        for (int race = 0; race < RACES; race++) {
            var after = change.apply(before);
            if (after.version() == before.version()) {
                return new Changed(before, after);
            }
            try {
                dynamo.putItem(put(erp, before, after));
                return new Changed(before, after);
            } catch (ConditionalCheckFailedException overtaken) {
                before = overtaken.hasItem() ? AccountItem.read(overtaken.item()) : Account.UNKNOWN;
            }
        }
        throw new IllegalStateException(
                "the account of %s was changed by other processes at each of %d attempts; the message is tried again"
                        .formatted(erp, RACES));
    }

    /** The account as it is now. */
    Account read(String erp) {
        return dynamo
                .batchGetItem(r ->
                        r.requestItems(
                                Map.of(
                                        table,
                                        KeysAndAttributes.builder()
                                                .keys(List.of(AccountItem.key(erp)))
                                                .consistentRead(true)
                                                .build())))
                .responses()
                .getOrDefault(table, List.of())
                .stream()
                .findFirst()
                .map(AccountItem::read)
                .orElse(Account.UNKNOWN);
    }

    private PutItemRequest put(String erp, Account before, Account after) {
        var put =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(AccountItem.of(erp, after))
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (before.version() == 0) {
            put.conditionExpression("attribute_not_exists(%s)".formatted(Table.PARTITION_KEY));
        } else {
            put.conditionExpression(AccountItem.VERSION + " = :before")
                    .expressionAttributeValues(
                            Map.of(
                                    ":before",
                                    AttributeValue.fromN(Long.toString(before.version()))));
        }
        return put.build();
    }
}
