package io.orderloom.kit.order;

import io.orderloom.core.OrderState;
import io.orderloom.kit.json.NewerVersion;
import io.orderloom.order.OrderId;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Compares the entries of one order's log with their hash chain and the order's state, and lists
 * what does not fit. Pure.
 */
final class OrderLogCheck {
    private final OrderId order;
    private final List<CheckedLog.Tampered> found = new ArrayList<>();
    private final TreeMap<Long, Map<String, AttributeValue>> entries = new TreeMap<>();

    private OrderLogCheck(OrderId order) {
        this.order = order;
    }

    /**
     * @param items all of the order's items as read; those other than its state and its log are
     *     ignored
     */
    static CheckedLog of(OrderId order, List<Map<String, AttributeValue>> items) {
        return new OrderLogCheck(order).check(items);
    }

    private CheckedLog check(List<Map<String, AttributeValue>> items) {
        var state = items.stream().filter(i -> Items.sort(i).equals(Items.STATE)).findFirst();
        items.stream().filter(item -> Items.isEntry(item)).forEach(this::add);
        state.flatMap(LogTail::of).ifPresent(this::add);
        var last = chained();
        state.ifPresentOrElse(
                item -> checkState(item, last),
                () -> wrong(Items.STATE, "it is missing, and its log is there"));
        var hashes = new TreeMap<Long, String>();
        entries.forEach((version, entry) -> hashes.put(version, hex(entry)));
        return new CheckedLog(order.toString(), hashes, List.copyOf(found));
    }

    /**
     * The newest entry may be both in the state's item and under its own key; then the two must be
     * equal.
     */
    private void add(Map<String, AttributeValue> entry) {
        var other = entries.putIfAbsent(Items.version(entry), entry);
        if (other != null && !other.equals(entry)) {
            wrong(
                    Items.sort(entry),
                    "version %d has another entry, too: %s"
                            .formatted(Items.version(entry), Items.sort(other)));
        }
    }

    /** The hash of the last entry. */
    private SdkBytes chained() {
        var before = Optional.of(HashChain.NOTHING);
        long next = 1;
        for (var entry : entries.entrySet()) {
            if (entry.getKey() != next) {
                missing(next, entry.getKey() - 1);
                before = Optional.empty();
            }
            var item = entry.getValue();
            broken(item, before).ifPresent(what -> wrong(Items.sort(item), what));
            before = Optional.of(Items.attribute(item, Items.HASH).b());
            next = entry.getKey() + 1;
        }
        return before.orElse(HashChain.NOTHING);
    }

    private Optional<String> broken(Map<String, AttributeValue> item, Optional<SdkBytes> before) {
        try {
            return EntryCheck.broken(order, item, before);
        } catch (NewerVersion newer) {
            return Optional.of("it can't be read here: " + newer.getMessage());
        }
    }

    private void checkState(Map<String, AttributeValue> state, SdkBytes last) {
        long version = Items.version(state);
        long newest = entries.isEmpty() ? 0 : entries.lastKey();
        if (newest < version) {
            missing(newest + 1, version);
        } else if (newest > version) {
            wrong(
                    Items.STATE,
                    "it is of version %d, and the log goes on to %d".formatted(version, newest));
        } else if (!Items.attribute(state, Items.HASH).b().equals(last)) {
            wrong(Items.STATE, "its hash is not the one of the newest entry");
        } else if (found.isEmpty() && !isWhatTheLogGives(state)) {
            wrong(Items.STATE, "it is not what its log gives");
        }
    }

    /**
     * A state of an older schema version is not compared: it is rebuilt from its log and never
     * read.
     */
    private boolean isWhatTheLogGives(Map<String, AttributeValue> state) {
        if (Items.schema(state) != OrderState.SCHEMA) {
            return true;
        }
        var log = entries.values().stream().map(entry -> Items.logEntry(entry)).toList();
        try {
            var kept = Items.body(state, OrderState.class);
            var given = LogEntry.replay(order, log);
            return kept.equals(given) || kept.equals(withoutErp(given));
        } catch (IllegalArgumentException | UncheckedIOException unreadable) {
            return false;
        }
    }

    /** As a version writes it that does not know ERPs by name, and so drops the order's. */
    private static OrderState withoutErp(OrderState state) {
        return switch (state) {
            case OrderState.Awaited awaited -> awaited;
            case OrderState.Placed placed -> placed.withoutErp();
        };
    }

    private void missing(long from, long to) {
        if (from == to) {
            wrong("FACT#… of version " + from, "it is missing");
        } else {
            wrong("FACT#… of versions %d to %d".formatted(from, to), "they are missing");
        }
    }

    private void wrong(String item, String what) {
        found.add(new CheckedLog.Tampered(item, what));
    }

    private static String hex(Map<String, AttributeValue> entry) {
        return HexFormat.of().formatHex(Items.attribute(entry, Items.HASH).b().asByteArray());
    }
}
