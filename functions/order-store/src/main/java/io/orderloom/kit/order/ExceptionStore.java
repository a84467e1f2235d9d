package io.orderloom.kit.order;

import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.ExceptionCase;
import io.orderloom.exception.ExceptionLife;
import io.orderloom.exception.ExceptionLife.Live;
import io.orderloom.exception.Fingerprint;
import io.orderloom.exception.OrderException;
import io.orderloom.topology.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Stores exceptions and what happened to them. Each change is conditional on nobody else having
 * changed the exception meanwhile. The same fingerprint in the same partition is the same
 * exception.
 */
public final class ExceptionStore {
    /**
     * How often a write may lose a race for one exception before the message is left to a later
     * delivery.
     */
    private static final int RACES = 20;

    private final DynamoDbClient dynamo;
    private final String table;

    public ExceptionStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * An exception after an occurrence.
     *
     * @param opened whether this occurrence opened it, for the first time or again
     */
    public record Met(ExceptionCase now, boolean opened) {}

    /**
     * Opens an exception, or finds it and counts one more occurrence.
     *
     * @param at the time of this occurrence: repeating the same one changes nothing
     * @throws IllegalStateException if others kept being faster; a redelivery tries again
     */
    public Met meet(String partition, OrderException exception, Instant at) {
        return meet(partition, exception, at, _ -> at);
    }

    /**
     * Records an occurrence that is known to be a new one: it comes after the last, even if the
     * clocks of two hosts differ.
     *
     * @throws IllegalStateException if others kept being faster; a redelivery tries again
     */
    Met recordOccurrence(String partition, OrderException exception) {
        var at = exception.raisedAt();
        return meet(partition, exception, at, known -> known.life().met().after(at));
    }

    /**
     * Records an occurrence that is news whatever was done about the exception before: it comes
     * after the last audit entry, too.
     *
     * @throws IllegalStateException if others kept being faster; a redelivery tries again
     */
    Met meetAsNews(String partition, OrderException exception) {
        var at = exception.raisedAt();
        return meet(
                partition,
                exception,
                at,
                known -> {
                    var next = known.life().met().after(at);
                    var deed = known.life().history().getLast().deed().at();
                    return next.isAfter(deed) ? next : deed.plusMillis(1);
                });
    }

    private Met meet(
            String partition,
            OrderException exception,
            Instant at,
            Function<ExceptionCase, Instant> again) {
        var fresh = ExceptionCase.opened(exception, at);
        var key = new ItemKey(partition, Items.exception(exception.fingerprint().text()));
        var known = put(ExceptionItems.item(key, fresh, 1), Optional.empty());
        for (int race = 0; race < RACES; race++) {
            if (known.isEmpty()) {
                return new Met(fresh, true);
            }
            var before = ExceptionItems.read(known.get());
            var after = before.value().met(exception, again.apply(before.value()));
            if (after.equals(before.value())) {
                return new Met(after, false);
            }
            known = put(before, after);
            if (known.isEmpty()) {
                return new Met(after, after.life().openings() > before.value().life().openings());
            }
        }
        throw new IllegalStateException(
                "exception %s was changed by other processes at each of %d attempts; try again"
                        .formatted(exception.fingerprint().text(), RACES));
    }

    /**
     * Changes an exception as somebody decided.
     *
     * @return false if it was changed or occurred again meanwhile; then it stays as it was
     */
    public boolean save(ExceptionRecord before, ExceptionLife after) {
        return put(before, before.value().with(after)).isEmpty();
    }

    /**
     * Resolves exceptions that later facts have settled: this one, and those about rejections of
     * the same thing for another cause.
     */
    public void settle(String partition, String fingerprint, AuditEntry deed) {
        var thing = Refusals.thing(Fingerprint.ofFact(fingerprint));
        listed(partition, Items.exception(thing))
                .filter(kept -> thing.equals(Refusals.thing(kept.value().what().fingerprint())))
                .forEach(kept -> settle(kept, deed));
    }

    /**
     * Resolves an exception that the facts have settled, unless it is settled already or occurred
     * again meanwhile.
     *
     * @return whether it was resolved by this
     */
    public boolean settle(ExceptionRecord kept, AuditEntry deed) {
        return kept.value().life() instanceof Live live && save(kept, live.resolve(deed));
    }

    /** All open exceptions, by type and age, as the index has them, moments behind the table. */
    public List<ExceptionRecord> open() {
        return dynamo
                .queryPaginator(r ->
                        r.tableName(table)
                                .indexName(Table.WORK.name())
                                .keyConditionExpression(Table.WORK.partitionKey() + " = :kind")
                                .expressionAttributeValues(
                                        Map.of(":kind", Items.text(Items.OPEN_EXCEPTION))))
                .items()
                .stream()
                .map(ExceptionItems::read)
                .toList();
    }

    /** An exception as it is now, even if it is settled. */
    public Optional<ExceptionRecord> find(String partition, String fingerprint) {
        return listed(partition, Items.exception(fingerprint))
                .filter(kept -> kept.fingerprint().equals(fingerprint))
                .findFirst();
    }

    private Stream<ExceptionRecord> listed(String partition, String sortPrefix) {
        return dynamo
                .queryPaginator(r ->
                        r.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression(
                                        "%s = :partition and begins_with(%s, :prefix)"
                                                .formatted(Table.PARTITION_KEY, Table.SORT_KEY))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":partition",
                                                Items.text(partition),
                                                ":prefix",
                                                Items.text(sortPrefix))))
                .items()
                .stream()
                .map(ExceptionItems::read);
    }

    private Optional<Map<String, AttributeValue>> put(ExceptionRecord before, ExceptionCase after) {
        return put(
                ExceptionItems.item(before.key(), after, before.version() + 1),
                Optional.of(before.version()));
    }

    /**
     * @param version the version that must be there; empty if the item must not exist
     * @return the item that is there instead
     */
    private Optional<Map<String, AttributeValue>> put(
            Map<String, AttributeValue> item, Optional<Long> version) {
        var request =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD);
        version.ifPresentOrElse(
                before -> ExceptionItems.replacing(request, before),
                () ->
                        request.conditionExpression(
                                "attribute_not_exists(%s)".formatted(Table.PARTITION_KEY)));
        try {
            dynamo.putItem(request.build());
            return Optional.empty();
        } catch (ConditionalCheckFailedException instead) {
            return Optional.of(instead.item());
        }
    }
}
