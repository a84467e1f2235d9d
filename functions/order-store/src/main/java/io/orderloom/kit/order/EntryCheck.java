package io.orderloom.kit.order;

import io.orderloom.core.ChangeSet;
import io.orderloom.kit.json.NewerVersion;
import io.orderloom.order.OrderId;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Checks whether one entry of a log is what was written, where it was written. */
final class EntryCheck {
    private EntryCheck() {}

    /**
     * Describes what is wrong with an entry; empty if nothing is.
     *
     * @param item the entry as an item of its own
     * @param before the hash of the entry before it; empty if that is not known, and then the chain
     *     is not checked
     * @throws NewerVersion if it fits the chain and was written by a newer version
     */
    static Optional<String> broken(
            OrderId order, Map<String, AttributeValue> item, Optional<SdkBytes> before) {
        byte[] entry;
        try {
            entry = Items.unpacked(Items.attribute(item, Items.BODY).b().asByteArray());
        } catch (UncheckedIOException | NewerVersion corrupt) {
            return Optional.of("its bytes can't be unpacked here");
        }
        var hash = Items.attribute(item, Items.HASH).b();
        if (before.isPresent()
                && !HashChain.next(before.get(), SdkBytes.fromByteArray(entry)).equals(hash)) {
            return Optional.of("its bytes do not give its hash");
        }
        return misplaced(order, item);
    }

    private static Optional<String> misplaced(OrderId order, Map<String, AttributeValue> item) {
        ChangeSet changeSet;
        try {
            changeSet = Items.logEntry(item).changeSet();
        } catch (NewerVersion newer) {
            throw newer;
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("it can't be read");
        }
        if (!changeSet.orderId().equals(order)) {
            return Optional.of("it is an entry of another order");
        }
        if (!Items.fact(changeSet.factKey()).equals(Items.sort(item))) {
            return Optional.of("it is the entry of another fact");
        }
        return changeSet.version() == Items.version(item)
                ? Optional.empty()
                : Optional.of(
                        "it led to version %d and stands as version %d"
                                .formatted(changeSet.version(), Items.version(item)));
    }
}
