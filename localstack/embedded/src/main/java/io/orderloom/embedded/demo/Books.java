package io.orderloom.embedded.demo;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.ErpChoice;
import java.math.BigDecimal;
import java.util.List;

/** What the ERP has booked, whichever ERP it is. */
public interface Books {

    static Books of(EmbeddedStack stack) {
        return switch (stack.erpChoice()) {
            case ErpChoice.Sandbox _ -> new SandboxBooks(stack.erp());
            case ErpChoice.Odoo odoo -> new OdooBooks(odoo);
        };
    }

    /** All sales orders that carry an external id of ours. */
    List<Entry> entries();

    /**
     * @param externalId ours
     * @param total as the ERP computed it
     */
    record Entry(String externalId, String number, BigDecimal total, boolean cancelled) {}
}
