package io.orderloom.simulation.oracle;

import io.orderloom.order.OrderId;
import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.shop.Buyer;
import io.orderloom.topology.Packing;
import io.orderloom.topology.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Searches every item of the table for buyers' marks: personal data may only be in items of
 * personal data and of payloads, and nothing may be left of a buyer that was erased.
 */
final class PersonalDataCheck {
    private static final byte ZLIB = 0x78;
    private static final byte GZIP = 0x1f;

    private final Map<String, OrderId> erased = new HashMap<>();

    /** Registers that this buyer was erased. */
    void erased(Buyer buyer, OrderId order) {
        erased.put(buyer.mark(), order);
    }

    /** The places of personal data that should not be there. */
    Stream<String> wrong(SimulatedTable table) {
        return table.all().flatMap(item -> wrong(item).stream());
    }

    private Optional<String> wrong(Map<String, AttributeValue> item) {
        var sort = text(item, Table.SORT_KEY);
        boolean personal = sort.equals("PII") || sort.startsWith("RAW#");
        if (personal && erased.isEmpty()) {
            return Optional.empty();
        }
        return item.values().stream()
                .flatMap(PersonalDataCheck::texts)
                .flatMap(text -> Buyer.markIn(text).stream())
                .filter(mark -> !personal || erased.containsKey(mark))
                .findFirst()
                .map(mark ->
                        "%s %s holds %s%s"
                                .formatted(
                                        text(item, Table.PARTITION_KEY),
                                        sort,
                                        mark,
                                        erased.containsKey(mark) ? ", who was erased" : ""));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("")).s();
    }

    private static Stream<String> texts(AttributeValue value) {
        return switch (value.type()) {
            case B -> Stream.of(unpacked(value.b().asByteArrayUnsafe()));
            case S -> Stream.of(value.s());
            case M -> value.m().values().stream().flatMap(PersonalDataCheck::texts);
            case L -> value.l().stream().flatMap(PersonalDataCheck::texts);
            default -> Stream.empty();
        };
    }

    private static String unpacked(byte[] bytes) {
        return new String(plain(bytes), StandardCharsets.UTF_8);
    }

    private static byte[] plain(byte[] bytes) {
        if (bytes.length > 2 && bytes[0] == GZIP) {
            return gunzipped(bytes);
        }
        if (bytes.length > 2 && bytes[0] == ZLIB) {
            try {
                return Packing.inflate(bytes);
            } catch (IllegalArgumentException | UncheckedIOException notPacked) {
                // A hash or a later part of an item can't be unpacked alone and is read as it is.
                return bytes;
            }
        }
        return bytes;
    }

    /** Unpacks the beginning, since a payload in several parts names its buyer in the first. */
    private static byte[] gunzipped(byte[] bytes) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(1 << 16);
        } catch (IOException cut) {
            return bytes;
        }
    }
}
