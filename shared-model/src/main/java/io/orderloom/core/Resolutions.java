package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import java.util.ArrayList;
import java.util.List;

/** Finds the exceptions of an order that later facts have settled. Their number only grows. */
final class Resolutions {

    /**
     * @param exception the text of its fingerprint
     */
    record Resolution(String exception, String how) {}

    private Resolutions() {}

    static List<Resolution> of(Placed order) {
        var all = new ArrayList<Resolution>();
        var erp = order.erp();
        if (erp.document().isPresent()) {
            erp.refused().ifPresent(no -> all.add(new Resolution(no.exception(), "posted")));
        }
        if (erp.cancelled().isPresent()) {
            erp.cancelRefused()
                    .ifPresent(no -> all.add(new Resolution(no.exception(), "cancelled")));
        }
        // A refund that was refused first is rare; without one the list is not walked through.
        var refunds = order.refundSums().afterAll() ? order.refunds() : List.<RefundState>of();
        for (var refund : refunds) {
            if (refund.afterAll()) {
                refund.failure()
                        .ifPresent(no -> all.add(new Resolution(no.exception(), "refunded")));
            }
        }
        return all;
    }
}
