package io.orderloom.simulation.aws;

import io.orderloom.topology.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The one table's items, in memory. */
public final class SimulatedTable {
    /** The largest size of an item (Amazon DynamoDB Developer Guide, "Quotas"). */
    private static final int LARGEST = 400 * 1024;

    private final Map<String, TreeMap<String, Map<String, AttributeValue>>> partitions =
            new HashMap<>();

    /** The items that carry an index's keys, for each index: few, however large the table is. */
    private final Map<Table.Index, Map<String, TreeMap<Place, Map<String, AttributeValue>>>>
            indexes = new HashMap<>();

    private final List<BiConsumer<Map<String, AttributeValue>, Map<String, AttributeValue>>>
            watchers = new ArrayList<>();

    /**
     * The place of an item in an index's partition: by the index's sort key, then by its own key.
     */
    private record Place(String indexed, String partition, String sort)
            implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::indexed, Values.TEXT)
                        .thenComparing(Place::partition, Values.TEXT)
                        .thenComparing(Place::sort, Values.TEXT);

        static Place of(Table.Index index, Map<String, AttributeValue> item) {
            return new Place(
                    text(item, index.sortKey()),
                    SimulatedTable.partition(item),
                    SimulatedTable.sort(item));
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * @return an empty item where there is none
     */
    Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
        return Optional.ofNullable(partitions.get(partition(key)))
                .flatMap(items -> Optional.ofNullable(items.get(sort(key))))
                .orElseGet(Map::of);
    }

    void put(Map<String, AttributeValue> item) {
        check(item);
        var kept = Values.kept(item);
        var items = partitions.computeIfAbsent(partition(item), _ -> new TreeMap<>(Values.TEXT));
        var before = items.put(sort(item), kept);
        if (before != null) {
            unlist(before);
        }
        watchers.forEach(watcher -> watcher.accept(kept, kept));
        for (var index : Table.INDEXES) {
            if (has(kept, index)) {
                indexed(index, text(kept, index.partitionKey())).put(Place.of(index, kept), kept);
            }
        }
    }

    /**
     * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if the real table
     *     would reject it
     */
    void check(Map<String, AttributeValue> item) {
        Invalid.forTableUnless(
                !partition(item).isEmpty() && !sort(item).isEmpty(), "a key is never empty");
        int size = Values.size(item);
        Invalid.forTableUnless(
                size <= LARGEST,
                "%s %s has %d bytes; an item has %d at most"
                        .formatted(partition(item), sort(item), size, LARGEST));
    }

    /**
     * Registers a callback for each change: a key, and the item that is there now, if there is one.
     */
    public void watch(
            BiConsumer<Map<String, AttributeValue>, Map<String, AttributeValue>> watcher) {
        watchers.add(watcher);
    }

    void delete(Map<String, AttributeValue> key) {
        Optional.ofNullable(partitions.get(partition(key)))
                .flatMap(items -> Optional.ofNullable(items.remove(sort(key))))
                .ifPresent(this::unlist);
        watchers.forEach(watcher -> watcher.accept(key, Map.of()));
    }

    private void unlist(Map<String, AttributeValue> item) {
        for (var index : Table.INDEXES) {
            if (has(item, index)) {
                indexed(index, text(item, index.partitionKey())).remove(Place.of(index, item));
            }
        }
    }

    private NavigableMap<Place, Map<String, AttributeValue>> indexed(
            Table.Index index, String partition) {
        return indexes.computeIfAbsent(index, _ -> new HashMap<>())
                .computeIfAbsent(partition, _ -> new TreeMap<>());
    }

    /** A partition's items, by sort key. */
    public List<Map<String, AttributeValue>> partition(String key) {
        return Optional.ofNullable(partitions.get(key))
                .map(items -> List.copyOf(items.values()))
                .orElseGet(List::of);
    }

    /** Every item, for checks that scan the whole table. */
    public Stream<Map<String, AttributeValue>> all() {
        return partitions.values().stream().flatMap(items -> items.values().stream());
    }

    /** The items of a partition that follow this key, by sort key. */
    Iterable<Map<String, AttributeValue>> after(
            Map<String, AttributeValue> start, String partition) {
        var items = partitions.getOrDefault(partition, new TreeMap<>());
        return (start.isEmpty() ? items : items.tailMap(sort(start), false)).values();
    }

    /** The items of an index partition that follow these keys, by the index's sort key. */
    Iterable<Map<String, AttributeValue>> after(
            Map<String, AttributeValue> start, Table.Index index, String partition) {
        var items = indexed(index, partition);
        var found =
                (start.isEmpty() ? items : items.tailMap(Place.of(index, start), false)).values();
        return switch (index.projection()) {
            case ALL -> found;
            case KEYS -> () -> found.stream().map(item -> keys(item, index)).iterator();
        };
    }

    private static Map<String, AttributeValue> keys(
            Map<String, AttributeValue> item, Table.Index index) {
        var keys = new HashMap<>(item);
        keys.keySet()
                .retainAll(
                        Set.of(
                                Table.PARTITION_KEY,
                                Table.SORT_KEY,
                                index.partitionKey(),
                                index.sortKey()));
        return keys;
    }

    private static boolean has(Map<String, AttributeValue> item, Table.Index index) {
        return item.containsKey(index.partitionKey()) && item.containsKey(index.sortKey());
    }

    static String partition(Map<String, AttributeValue> item) {
        return text(item, Table.PARTITION_KEY);
    }

    static String sort(Map<String, AttributeValue> item) {
        return text(item, Table.SORT_KEY);
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::s)
                .orElseThrow(() -> new IllegalArgumentException("an item has no " + name));
    }
}
