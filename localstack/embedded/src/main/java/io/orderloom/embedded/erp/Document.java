package io.orderloom.embedded.erp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A sales order in the ERP's books.
 *
 * @param id for example {@code SO-000001}
 * @param total as the ERP computed it
 * @param cancelReason blank unless cancelled
 */
public record Document(
        String id, SalesOrder order, State state, BigDecimal total, String cancelReason) {

    /** The state of the document. */
    public enum State {
        CONFIRMED,
        CANCELLED
    }

    static Document confirmed(String id, SalesOrder order) {
        return new Document(id, order, State.CONFIRMED, PostingRules.total(order), "");
    }

    /** Keeps the first reason if the document is cancelled already. */
    Document cancelled(String reason) {
        return switch (state) {
            case CONFIRMED -> new Document(id, order, State.CANCELLED, total, reason);
            case CANCELLED -> this;
        };
    }

    ObjectNode toJson() {
        var json =
                SalesOrderJson.write(order)
                        .put("id", id)
                        .put("state", state.name().toLowerCase(Locale.ROOT))
                        .put("total", total.toPlainString());
        return switch (state) {
            case CONFIRMED -> json;
            case CANCELLED -> json.put("cancelReason", cancelReason);
        };
    }
}
