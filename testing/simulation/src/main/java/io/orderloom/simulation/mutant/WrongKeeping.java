package io.orderloom.simulation.mutant;

import io.orderloom.simulation.seam.ForwardingTable;
import io.orderloom.simulation.world.Tampering;
import io.orderloom.topology.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Mutants that don't store items, or store them wrongly. */
final class WrongKeeping extends ForwardingTable {
    private final Function<Map<String, AttributeValue>, Optional<Map<String, AttributeValue>>> kept;

    /**
     * @param kept transforms an item before it is stored, or drops it
     */
    private WrongKeeping(
            DynamoDbClient table,
            Function<Map<String, AttributeValue>, Optional<Map<String, AttributeValue>>> kept) {
        super(table);
        this.kept = kept;
    }

    static Tampering without(Predicate<Map<String, AttributeValue>> forgotten) {
        return as(item -> forgotten.test(item) ? Optional.empty() : Optional.of(item));
    }

    static Tampering as(
            Function<Map<String, AttributeValue>, Optional<Map<String, AttributeValue>>> kept) {
        return Seams.table(table -> new WrongKeeping(table, kept));
    }

    static Tampering names() {
        return without(item -> sort(item).equals("PII"));
    }

    static Tampering payloads() {
        return without(item -> sort(item).startsWith("RAW#"));
    }

    static Tampering exceptions() {
        return without(item -> sort(item).startsWith("EXCEPTION#"));
    }

    /** Stores only the first part of an item that takes several. */
    static Tampering laterParts() {
        return without(item -> sort(item).contains("#part"));
    }

    /** Hashes each log entry alone, without the hash of the entry before it. */
    static Tampering chain() {
        return as(item -> {
            if (!item.containsKey("h") || text(item, "v").equals("1")) {
                return Optional.of(item);
            }
            var changed = new HashMap<>(item);
            changed.put("h", item.getOrDefault("d", AttributeValue.fromS("")));
            return Optional.of(changed);
        });
    }

    /** Leaves open exceptions off the work list. */
    static Tampering workList() {
        return as(item -> {
            var changed = new HashMap<>(item);
            changed.remove(Table.WORK.partitionKey());
            changed.remove(Table.WORK.sortKey());
            return Optional.of(changed);
        });
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return kept.apply(request.item())
                .map(item -> super.putItem(request.toBuilder().item(item).build()))
                .orElseGet(() -> PutItemResponse.builder().build());
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        var wanted =
                request.requestItems().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e ->
                                                e.getValue().stream()
                                                        .flatMap(w -> changed(w).stream())
                                                        .toList()));
        return wanted.values().stream().allMatch(writes -> writes.isEmpty())
                ? BatchWriteItemResponse.builder().unprocessedItems(Map.of()).build()
                : super.batchWriteItem(request.toBuilder().requestItems(wanted).build());
    }

    private Optional<WriteRequest> changed(WriteRequest write) {
        return kept.apply(write.putRequest().item())
                .map(item -> WriteRequest.builder().putRequest(r -> r.item(item)).build());
    }

    private static String sort(Map<String, AttributeValue> item) {
        return text(item, Table.SORT_KEY);
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        var value = item.getOrDefault(name, AttributeValue.fromS(""));
        return value.s() == null ? value.n() : value.s();
    }
}
