package io.orderloom.kit.order;

import io.orderloom.core.OrderState;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An order as stored, with the log entry of one fact.
 *
 * @param hash of its last log entry; empty if there is none
 * @param tail its last log entry, if that has no item of its own yet
 * @param preceding the hash that the tail is chained to; empty if it was not kept
 * @param untold whether events of it were still to be delivered when it was read
 * @param ingested the fact's log entry, if it was looked for and found
 */
public record LoadedOrder(
        OrderState state,
        SdkBytes hash,
        Optional<Map<String, AttributeValue>> tail,
        Optional<SdkBytes> preceding,
        boolean untold,
        Optional<LogEntry> ingested) {

    LoadedOrder with(Optional<LogEntry> found) {
        return new LoadedOrder(state, hash, tail, preceding, untold, found);
    }
}
