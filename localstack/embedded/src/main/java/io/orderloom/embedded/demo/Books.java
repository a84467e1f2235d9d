package io.orderloom.embedded.demo;

import java.math.BigDecimal;
import java.util.List;

/** What the ERP has booked, whichever ERP it is. */
interface Books {

    List<Entry> entries();

    /**
     * @param externalId ours
     * @param total as the ERP computed it
     */
    record Entry(String externalId, String number, BigDecimal total, boolean cancelled) {}
}
