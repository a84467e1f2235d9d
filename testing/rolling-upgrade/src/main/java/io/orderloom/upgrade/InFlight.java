package io.orderloom.upgrade;

import io.orderloom.embedded.demo.SampleOrder;
import java.util.List;

/**
 * An order that was left in progress.
 *
 * @param where it was left, in words
 * @param undone whether it is cancelled, so that its document has to be cancelled and its money
 *     refunded
 */
record InFlight(String where, SampleOrder order, boolean undone) {

    /** The events that subscribers must have received in the end. */
    List<String> events() {
        return undone
                ? List.of("accepted", "posted", "cancelled", "erp_cancelled", "refunded")
                : List.of("accepted", "posted");
    }
}
