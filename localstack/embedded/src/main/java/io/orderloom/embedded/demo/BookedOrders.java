package io.orderloom.embedded.demo;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.ErpChoice;
import io.orderloom.embedded.common.StartupFailure;
import java.math.BigDecimal;
import java.util.List;

/** The sales orders that the ERP has booked, for any kind of ERP. */
public interface BookedOrders {

    static BookedOrders of(EmbeddedStack stack) {
        return switch (stack.erpChoice()) {
            case ErpChoice.Sandbox _ -> new SandboxBooks(stack.erp());
            case ErpChoice.Odoo odoo -> new OdooBooks(odoo);
            case ErpChoice.Elsewhere erp ->
                    throw new StartupFailure(
                            "the demo can't read the books of '%s'; run it with --erp sandbox or odoo, or start the stack alone: make run"
                                    .formatted(erp.name()));
        };
    }

    /** All sales orders that carry one of our external ids. */
    List<Entry> entries();

    /**
     * @param externalId the id that we gave the document
     * @param total as the ERP computed it
     */
    record Entry(String externalId, String number, BigDecimal total, boolean cancelled) {}
}
