package io.orderloom.core;

import io.orderloom.fact.Fact;
import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;
import java.util.List;
import java.util.Optional;

/** What is known of an order; small, and growing with its lines and not with its history. */
public sealed interface OrderState {

    OrderId id();

    /** How many change-sets made it; 0 where nothing was ever heard of the order. */
    long version();

    /** An order of which nothing is known. */
    static OrderState unheardOf(OrderId id) {
        return new Expected(id, 0, List.of());
    }

    /**
     * The order itself has not come yet.
     *
     * @param waiting facts that came before it, to be decided again after it
     */
    record Expected(OrderId id, long version, List<Fact> waiting) implements OrderState {
        public Expected {
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * The order was placed and passed the gate.
     *
     * @param documentRevision the revision of the canonical document that holds
     * @param total what the buyer owes
     * @param captured what the channel holds of the buyer's money, before refunds
     * @param refunded what went back
     */
    record Placed(
            OrderId id,
            long version,
            int documentRevision,
            String correlationId,
            PostingProfile profile,
            Amount total,
            Amount captured,
            Amount refunded,
            List<LineQuantities> lines,
            Posting posting,
            Optional<Cancellation> cancellation)
            implements OrderState {

        public Placed {
            lines = List.copyOf(lines);
        }

        /** What the buyer is owed if all of the order is undone. */
        public Amount refundable() {
            return captured.minus(refunded);
        }

        Placed with(Posting changed) {
            return new Placed(
                    id,
                    version,
                    documentRevision,
                    correlationId,
                    profile,
                    total,
                    captured,
                    refunded,
                    lines,
                    changed,
                    cancellation);
        }

        Placed refundedBy(Amount amount) {
            return new Placed(
                    id,
                    version,
                    documentRevision,
                    correlationId,
                    profile,
                    total,
                    captured,
                    refunded.plus(amount),
                    lines,
                    posting,
                    cancellation);
        }

        Placed with(Cancellation changed) {
            return new Placed(
                    id,
                    version,
                    documentRevision,
                    correlationId,
                    profile,
                    total,
                    captured,
                    refunded,
                    lines,
                    posting,
                    Optional.of(changed));
        }

        Placed cancelled(String reason, Amount nowCaptured) {
            return new Placed(
                    id,
                    version,
                    documentRevision,
                    correlationId,
                    profile,
                    total,
                    nowCaptured,
                    refunded,
                    lines.stream().map(LineQuantities::cancelAll).toList(),
                    posting,
                    Optional.of(new Cancellation(reason, Cancellation.Refund.NOT_DECIDED)));
        }
    }

    /** The whole order was cancelled at the channel. */
    record Cancellation(String reason, Refund refund) {

        /** What becomes of the buyer's money. */
        public enum Refund {
            /** Waits for what the ERP does. */
            NOT_DECIDED,
            REQUESTED,
            /** Nothing more is owed. */
            SETTLED,
            FAILED
        }

        Cancellation with(Refund changed) {
            return new Cancellation(reason, changed);
        }
    }
}
