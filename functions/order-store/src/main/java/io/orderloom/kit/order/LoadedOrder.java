package io.orderloom.kit.order;

import io.orderloom.core.OrderState;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An order as stored, with what one fact did to it.
 *
 * @param hash of its last log entry; empty where there is none
 * @param tail its last log entry, where that has no item of its own yet
 * @param preceding the hash that the tail is chained to; empty where it was not kept
 * @param untold whether something of it was still to be told when it was read
 * @param absorbed the fact's log entry, where it was looked for and found
 */
public record LoadedOrder(
        OrderState state,
        SdkBytes hash,
        Optional<Map<String, AttributeValue>> tail,
        Optional<SdkBytes> preceding,
        boolean untold,
        Optional<LogEntry> absorbed) {

    LoadedOrder with(Optional<LogEntry> found) {
        return new LoadedOrder(state, hash, tail, preceding, untold, found);
    }
}
