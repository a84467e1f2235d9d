package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import java.util.ArrayList;
import java.util.List;

/** The exceptions of an order that later facts have settled; there are only ever more. */
final class Resolutions {

    /**
     * @param exception its fingerprint's text
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
        // A refund that was refused first is rare; without one nobody walks through all of them.
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
