package io.orderloom.kit.order;

import io.orderloom.topology.Table;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The newest entry of an order's log. It lies in the item of the state that it led to, so that one
 * write commits both, and is put under its own key before the next one takes its place. Whoever
 * puts it there puts the same bytes, so that it may be done twice and by a process that was
 * overtaken.
 */
final class LogTail {
    /** The sort key that it gets. */
    private static final String KEY = "f";

    private static final String ENTRY = "e";

    /** The hash before the entry, then the version of the state that holds both. */
    static final String CHAINED = "p";

    private static final int HASH_BYTES = 32;

    private LogTail() {}

    /**
     * Lays an entry, an item of its own as yet, into the item of its state.
     *
     * @param before the hash of the entry before it
     */
    static void put(
            Map<String, AttributeValue> state, Map<String, AttributeValue> entry, SdkBytes before) {
        state.put(KEY, Items.text(Items.sort(entry)));
        state.put(ENTRY, Items.attribute(entry, Items.BODY));
        if (before.asByteArrayUnsafe().length == HASH_BYTES) {
            state.put(CHAINED, chained(before, Items.version(state)));
        }
    }

    private static AttributeValue chained(SdkBytes before, long version) {
        var stated = BigInteger.valueOf(version).toByteArray();
        return Items.binary(
                ByteBuffer.allocate(HASH_BYTES + stated.length)
                        .put(before.asByteArrayUnsafe())
                        .put(stated)
                        .array());
    }

    /**
     * The hash of the entry before. The version before keeps none and leaves the one of an earlier
     * entry: that says nothing of this one.
     */
    static Optional<SdkBytes> preceding(Map<String, AttributeValue> state) {
        long version = Items.version(state);
        if (version == 1) {
            return Optional.of(HashChain.NOTHING);
        }
        return Optional.ofNullable(state.get(CHAINED))
                .map(chained -> chained.b().asByteArray())
                .filter(chained -> isOf(chained, version))
                .map(chained -> SdkBytes.fromByteArray(Arrays.copyOf(chained, HASH_BYTES)));
    }

    private static boolean isOf(byte[] chained, long version) {
        return chained.length > HASH_BYTES
                && new BigInteger(chained, HASH_BYTES, chained.length - HASH_BYTES)
                        .equals(BigInteger.valueOf(version));
    }

    /** Leaves none in the item of a state. */
    static void remove(ItemUpdate state) {
        state.remove(KEY).remove(ENTRY).remove(CHAINED);
    }

    /** The entry that lies in the item of a state, as the item that it becomes. */
    static Optional<Map<String, AttributeValue>> of(Map<String, AttributeValue> state) {
        if (!state.containsKey(KEY)) {
            return Optional.empty();
        }
        var entry =
                Items.key(
                        Items.attribute(state, Table.PARTITION_KEY).s(),
                        Items.attribute(state, KEY).s());
        entry.put(Items.VERSION, Items.attribute(state, Items.VERSION));
        entry.put(Items.HASH, Items.attribute(state, Items.HASH));
        entry.put(Items.BODY, Items.attribute(state, ENTRY));
        return Optional.of(entry);
    }
}
