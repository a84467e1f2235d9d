package io.orderloom.simulation.aws;

import io.orderloom.topology.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The one table's items, in memory. */
public final class SimulatedTable {
    /** An item at most (Amazon DynamoDB Developer Guide, "Quotas"). */
    private static final int LARGEST = 400 * 1024;

    private final Map<String, TreeMap<String, Map<String, AttributeValue>>> partitions =
            new HashMap<>();

    /** Of each index, the items that carry its keys: few, however large the table is. */
    private final Map<Table.Index, Map<Key, Map<String, AttributeValue>>> indexes = new HashMap<>();

    private record Key(String partition, String sort) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::partition).thenComparing(Key::sort);

        static Key of(Map<String, AttributeValue> item) {
            return new Key(SimulatedTable.partition(item), SimulatedTable.sort(item));
        }

        @Override
        public int compareTo(Key other) {
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
        int size =
                item.entrySet().stream()
                        .mapToInt(e -> e.getKey().length() + Values.size(e.getValue()))
                        .sum();
        if (size > LARGEST) {
            throw new IllegalArgumentException(
                    "%s %s has %d bytes; an item has %d at most"
                            .formatted(partition(item), sort(item), size, LARGEST));
        }
        var kept = Map.copyOf(item);
        partitions.computeIfAbsent(partition(item), _ -> new TreeMap<>()).put(sort(item), kept);
        for (var index : Table.INDEXES) {
            if (has(kept, index)) {
                index(index).put(Key.of(kept), kept);
            } else {
                index(index).remove(Key.of(kept));
            }
        }
    }

    void delete(Map<String, AttributeValue> key) {
        Optional.ofNullable(partitions.get(partition(key)))
                .ifPresent(items -> items.remove(sort(key)));
        Table.INDEXES.forEach(index -> index(index).remove(Key.of(key)));
    }

    private Map<Key, Map<String, AttributeValue>> index(Table.Index index) {
        return indexes.computeIfAbsent(index, _ -> new TreeMap<>());
    }

    /** A partition's items, by sort key. */
    public List<Map<String, AttributeValue>> partition(String key) {
        return Optional.ofNullable(partitions.get(key))
                .map(items -> List.copyOf(items.values()))
                .orElseGet(List::of);
    }

    /** The items of an index that carry its keys, by its sort key. */
    List<Map<String, AttributeValue>> query(
            Table.Index index, Predicate<Map<String, AttributeValue>> condition) {
        var found = new ArrayList<>(index(index).values().stream().filter(condition).toList());
        found.sort(Comparator.comparing(item -> text(item, index.sortKey())));
        return switch (index.projection()) {
            case ALL -> found;
            case KEYS -> found.stream().map(item -> keys(item, index)).toList();
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
