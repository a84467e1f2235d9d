package io.orderloom.kit.order;

import io.orderloom.core.OrderState;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * An order as stored, with what one fact did to it.
 *
 * @param hash of its last log entry; empty where there is none
 * @param absorbed the fact's log entry, where it was absorbed before
 */
public record Stored(OrderState state, SdkBytes hash, Optional<LogEntry> absorbed) {}
