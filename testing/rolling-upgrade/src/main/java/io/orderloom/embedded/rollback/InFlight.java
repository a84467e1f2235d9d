package io.orderloom.embedded.rollback;

import io.orderloom.embedded.demo.SampleOrder;
import java.util.List;

/**
 * An order that was left on its way.
 *
 * @param where it was left, in words
 * @param undone whether it is cancelled, so that its document and its money have to go back
 */
record InFlight(String where, SampleOrder order, boolean undone) {

    /** What subscribers have to hear of it in the end. */
    List<String> events() {
        return undone
                ? List.of("accepted", "posted", "cancelled", "erp_cancelled", "refunded")
                : List.of("accepted", "posted");
    }
}
