package io.orderloom.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lines that travel together.
 *
 * @param node the warehouse or store, where the source named one
 * @param promisedBy the latest delivery that the buyer was promised
 */
public record FulfilmentGroup(
        Mode mode, Optional<String> node, Optional<Instant> promisedBy, List<String> lineIds) {

    public FulfilmentGroup {
        lineIds = List.copyOf(lineIds);
    }

    public enum Mode {
        SHIP,
        PICKUP,
        LOCAL_DELIVERY,
        DIGITAL
    }
}
