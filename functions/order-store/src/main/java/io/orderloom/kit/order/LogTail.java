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
 * The newest entry of an order's log. It is stored in the item of the state that it led to, so that
 * one write commits both, and is put under its own key before the next entry takes its place. Every
 * writer puts the same bytes there, so it may happen twice, even by a process that was overtaken.
 */
final class LogTail {
    /** The attribute for the sort key that the entry will have. */
    private static final String KEY = "f";

    private static final String ENTRY = "e";

    /**
     * The attribute for the hash before the entry, followed by the version of the state that holds
     * both.
     */
    static final String CHAINED = "p";

    private static final int HASH_BYTES = 32;

    private LogTail() {}

    /**
     * Adds an entry that is still an item of its own to the item of its state.
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
     * The hash of the entry before. The previous version of Orderloom does not write it and leaves
     * an earlier entry's in place, which does not apply to this entry.
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

    /** Removes the entry from the item of a state. */
    static void remove(ItemUpdate state) {
        state.remove(KEY).remove(ENTRY).remove(CHAINED);
    }

    /** The entry in a state's item, in the form of the item that it will become. */
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
