package io.orderloom.upgrade;

import io.orderloom.topology.Packing;
import io.orderloom.topology.Table;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Computes the hashes of a log whose entries were rewritten, as the version that writes such
 * entries does. Without that the entries would count as tampered with.
 */
final class Chain {
    /** The attribute with the version of the state that an item holds or that an entry led to. */
    private static final String VERSION = "v";

    private static final String HASH = "h";

    /**
     * The attribute with the hash of the entry before the newest one, followed by the state's
     * version.
     */
    private static final String CHAINED = "p";

    private static final int HASH_BYTES = 32;

    private Chain() {}

    /**
     * Writes the new hash into each entry of an order's log.
     *
     * @param partition all items of one order, which are changed
     */
    static void renew(List<Map<String, AttributeValue>> partition) {
        var entries =
                partition.stream()
                        .filter(item -> Stored.text(item, Table.SORT_KEY).startsWith("FACT#"))
                        .sorted(Comparator.comparingLong(Chain::version))
                        .toList();
        var tails = partition.stream().filter(item -> item.containsKey(Stored.TAIL)).toList();
        byte[] before = {};
        for (var entry : entries) {
            var preceding = before;
            before = next(before, entry, Stored.BODY);
            entry.put(HASH, binary(before));
            // The newest entry may be in an item of its own already, while the state's item still
            // has it too.
            tails.stream()
                    .filter(state -> version(state) == version(entry))
                    .forEach(state -> chain(preceding, state));
        }
        for (var state : tails) {
            if (entries.isEmpty() || version(state) > version(entries.getLast())) {
                chain(before, state);
            }
        }
    }

    private static void chain(byte[] before, Map<String, AttributeValue> state) {
        if (before.length == HASH_BYTES) {
            state.put(CHAINED, chained(before, version(state)));
        }
        state.put(HASH, binary(next(before, state, Stored.TAIL)));
    }

    private static long version(Map<String, AttributeValue> item) {
        return Long.parseLong(item.getOrDefault(VERSION, AttributeValue.fromN("0")).n());
    }

    private static AttributeValue chained(byte[] before, long version) {
        var stated = BigInteger.valueOf(version).toByteArray();
        return binary(
                ByteBuffer.allocate(HASH_BYTES + stated.length).put(before).put(stated).array());
    }

    private static byte[] next(byte[] before, Map<String, AttributeValue> item, String body) {
        var packed = item.getOrDefault(body, binary(new byte[0])).b().asByteArray();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return digest.digest(Packing.inflate(packed));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static AttributeValue binary(byte[] value) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(value));
    }
}
