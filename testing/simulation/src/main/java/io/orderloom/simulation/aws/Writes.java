package io.orderloom.simulation.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Writes, each of them atomic. */
record Writes(SimulatedTable table) {
    /** The most items of one request (Amazon DynamoDB API Reference). */
    private static final int IN_TRANSACTION = 100;

    private static final long TRANSACTION = 4L * 1024 * 1024;

    private static final int IN_BATCH = 25;

    PutItemResponse put(PutItemRequest request) {
        Expression.checkUsed(request.expressionAttributeValues(), request.conditionExpression());
        check(
                request.item(),
                request.conditionExpression(),
                request.expressionAttributeNames(),
                request.expressionAttributeValues(),
                request.returnValuesOnConditionCheckFailure());
        table.put(request.item());
        return PutItemResponse.builder().build();
    }

    DeleteItemResponse delete(DeleteItemRequest request) {
        Expression.checkUsed(request.expressionAttributeValues(), request.conditionExpression());
        check(
                request.key(),
                request.conditionExpression(),
                request.expressionAttributeNames(),
                request.expressionAttributeValues(),
                request.returnValuesOnConditionCheckFailure());
        table.delete(request.key());
        return DeleteItemResponse.builder().build();
    }

    UpdateItemResponse update(UpdateItemRequest request) {
        Expression.checkUsed(
                request.expressionAttributeValues(),
                request.conditionExpression(),
                request.updateExpression());
        check(
                request.key(),
                request.conditionExpression(),
                request.expressionAttributeNames(),
                request.expressionAttributeValues(),
                request.returnValuesOnConditionCheckFailure());
        var before = new HashMap<>(table.get(request.key()));
        before.putAll(request.key());
        var after =
                new Update(
                                request.updateExpression(),
                                request.expressionAttributeNames(),
                                request.expressionAttributeValues())
                        .of(before);
        table.put(after);
        return request.returnValues() == ReturnValue.ALL_NEW
                ? UpdateItemResponse.builder().attributes(after).build()
                : UpdateItemResponse.builder().build();
    }

    private void check(
            Map<String, AttributeValue> key,
            @Nullable String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values,
            @Nullable ReturnValuesOnConditionCheckFailure returned) {
        if (holds(key, condition, names, values)) {
            return;
        }
        var failed =
                ConditionalCheckFailedException.builder().message("The conditional request failed");
        var found = table.get(key);
        throw returned == ReturnValuesOnConditionCheckFailure.ALL_OLD && !found.isEmpty()
                ? failed.item(found).build()
                : failed.build();
    }

    private boolean holds(
            Map<String, AttributeValue> key,
            @Nullable String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        return condition == null || Expression.parse(condition, names, values).test(table.get(key));
    }

    BatchWriteItemResponse batch(BatchWriteItemRequest request) {
        var writes = request.requestItems().values().stream().flatMap(List::stream).toList();
        Invalid.forTableUnless(
                !writes.isEmpty() && writes.size() <= IN_BATCH, "a batch of 1 to 25 writes");
        var keys = new HashSet<String>();
        for (var write : writes) {
            Refused.unless(write.deleteRequest() == null, "a batch that deletes");
            var item = write.putRequest().item();
            table.check(item);
            Invalid.forTableUnless(keys.add(key(item)), "a batch that writes an item twice");
        }
        writes.forEach(write -> table.put(write.putRequest().item()));
        return BatchWriteItemResponse.builder().unprocessedItems(Map.of()).build();
    }

    TransactWriteItemsResponse transact(TransactWriteItemsRequest request) {
        var items = request.transactItems();
        Invalid.forTableUnless(
                items.size() <= IN_TRANSACTION, "a transaction of more than 100 items");
        Invalid.forTableUnless(
                items.stream().map(Writes::key).distinct().count() == items.size(),
                "a transaction on the same item twice");
        var put = items.stream().filter(item -> item.put() != null).map(i -> i.put().item());
        Invalid.forTableUnless(
                put.peek(table::check).mapToLong(Values::size).sum() <= TRANSACTION,
                "a transaction of more than 4 MiB");
        var reasons = new ArrayList<CancellationReason>();
        for (var item : items) {
            reasons.add(reason(item));
        }
        if (reasons.stream().anyMatch(reason -> !reason.code().equals("None"))) {
            throw cancelled(reasons);
        }
        items.stream()
                .filter(item -> item.put() != null)
                .forEach(item -> table.put(item.put().item()));
        return TransactWriteItemsResponse.builder().build();
    }

    private CancellationReason reason(TransactWriteItem item) {
        Refused.unless(
                item.delete() == null && item.update() == null,
                "a transaction of anything but puts and checks");
        var check = item.conditionCheck();
        if (check != null) {
            return reason(
                    check.key(),
                    holds(
                            check.key(),
                            check.conditionExpression(),
                            check.expressionAttributeNames(),
                            check.expressionAttributeValues()),
                    check.returnValuesOnConditionCheckFailure());
        }
        var put = item.put();
        return reason(
                put.item(),
                holds(
                        put.item(),
                        put.conditionExpression(),
                        put.expressionAttributeNames(),
                        put.expressionAttributeValues()),
                put.returnValuesOnConditionCheckFailure());
    }

    private CancellationReason reason(
            Map<String, AttributeValue> key,
            boolean holds,
            @Nullable ReturnValuesOnConditionCheckFailure returned) {
        if (holds) {
            return CancellationReason.builder().code("None").build();
        }
        var reason =
                CancellationReason.builder()
                        .code("ConditionalCheckFailed")
                        .message("The conditional request failed");
        return returned == ReturnValuesOnConditionCheckFailure.ALL_OLD
                ? reason.item(table.get(key)).build()
                : reason.build();
    }

    /** The answer if another transaction held the first item. */
    TransactionCanceledException conflict(TransactWriteItemsRequest request) {
        var reasons = new ArrayList<CancellationReason>();
        for (int i = 0; i < request.transactItems().size(); i++) {
            reasons.add(
                    CancellationReason.builder()
                            .code(i == 0 ? "TransactionConflict" : "None")
                            .build());
        }
        return cancelled(reasons);
    }

    private static TransactionCanceledException cancelled(List<CancellationReason> reasons) {
        return TransactionCanceledException.builder()
                .message("Transaction cancelled")
                .cancellationReasons(reasons)
                .build();
    }

    String describe(TransactWriteItemsRequest request) {
        return request.transactItems().stream().map(Writes::key).collect(Collectors.joining(" + "));
    }

    private static String key(TransactWriteItem item) {
        var check = item.conditionCheck();
        return key(check == null ? item.put().item() : check.key());
    }

    private static String key(Map<String, AttributeValue> on) {
        return SimulatedTable.partition(on) + " " + SimulatedTable.sort(on);
    }
}
