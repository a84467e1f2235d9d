package io.orderloom.core;

import io.orderloom.erp.ErpDocument;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import java.util.List;

/** One thing that a fact changed. */
public sealed interface Change {

    /** The order is ours to carry. */
    record Accepted(
            int documentRevision,
            PostingProfile profile,
            Amount total,
            Amount captured,
            List<LineQuantities> lines)
            implements Change {
        public Accepted {
            lines = List.copyOf(lines);
        }
    }

    /** The fact came before its order and waits for it. */
    record Deferred(Fact fact) implements Change {}

    /** The fact was right but had nothing left to change. */
    record Repeated(String why) implements Change {}

    record PostingRequested() implements Change {}

    record PostingNotNeeded() implements Change {}

    record PostingSkipped() implements Change {}

    record Posted(ErpDocument document) implements Change {}

    record PostingRefused(Fault fault) implements Change {}

    record Cancelled(String reason, Amount captured) implements Change {}

    record ErpCancelRequested(ErpDocument document) implements Change {}

    record ErpCancelled(ErpDocument document) implements Change {}

    record ErpCancelRefused(ErpDocument document, Fault fault) implements Change {}

    record RefundRequested(Amount amount) implements Change {}

    record Refunded(String reference, Amount amount) implements Change {}

    record RefundFailed(Fault fault) implements Change {}

    /** Nothing more is owed to the buyer of a cancelled order. */
    record RefundClosed() implements Change {}

    record ExceptionRaised(OrderException exception) implements Change {}
}
