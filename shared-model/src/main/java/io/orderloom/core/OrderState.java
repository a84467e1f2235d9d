package io.orderloom.core;

import io.orderloom.erp.ErpDocument;
import io.orderloom.fact.Fact;
import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;
import io.orderloom.order.PaymentStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of an order. It is small, and grows with the lines, payments and refunds but
 * not with the history. The same facts give the same state, in whatever order they came.
 */
public sealed interface OrderState {
    /** Schema version of stored states. An older one is converted when it is read. */
    int SCHEMA = 3;

    OrderId id();

    /** How many change sets made it; 0 if nothing was ever heard of the order. */
    long version();

    default int schema() {
        return SCHEMA;
    }

    /** An order of which nothing is known. */
    static OrderState unheardOf(OrderId id) {
        return new Awaited(id, 0, List.of());
    }

    /**
     * The order itself has not come yet.
     *
     * @param waiting facts that came before it, to be decided again after it; in the order in which
     *     they happened
     */
    record Awaited(OrderId id, long version, List<Fact> waiting) implements OrderState {
        public Awaited {
            waiting = Sorted.of(waiting);
        }
    }

    /**
     * The order was placed and accepted. Everything in it is a sum, a maximum or the latest
     * revision of what facts stated; where units and money <em>are</em> is derived ({@link
     * Derivation}).
     *
     * @param correlationId from the order's placing
     * @param placed the amount that the buyer owed when the order was placed
     * @param head the revision that holds
     * @param document the name of the stored document of that revision
     * @param payment as the channel's latest statement about it has it
     * @param paymentRevision the revision that the statement about the payment was made with
     * @param captured the most that the channel ever stated to hold of the buyer's money
     * @param lines by line id: lines that were ever ordered, and lines that facts have named
     * @param cancellation the cancellation of the whole order
     * @param cases ids of contacts with the buyer
     */
    record Placed(
            OrderId id,
            long version,
            String correlationId,
            PostingProfile profile,
            boolean test,
            Amount placed,
            Revision head,
            String document,
            Amount total,
            PaymentStatus payment,
            Revision paymentRevision,
            Amount captured,
            List<LineState> lines,
            List<PaymentTree> payments,
            List<RefundState> refunds,
            List<JurisdictionTax> taxes,
            ErpBooks erp,
            Optional<Cancellation> cancellation,
            List<HoldState> holds,
            List<String> cases,
            boolean erased,
            Map<EventCount, Integer> tallies)
            implements OrderState {

        public Placed {
            lines = Sorted.of(lines);
            payments = Sorted.of(payments);
            refunds = Sorted.of(refunds, RefundSums.MEASURE);
            taxes = Sorted.of(taxes);
            holds = Sorted.of(holds);
            cases = Sorted.of(cases);
            tallies = Map.copyOf(tallies);
        }

        /** The sums of all its refunds. */
        RefundSums refundSums() {
            return Sorted.of(refunds, RefundSums.MEASURE).sum();
        }

        int tally(EventCount of) {
            return tallies.getOrDefault(of, 0);
        }

        /** Whether the order is to be booked in the ERP at all. */
        public boolean booked() {
            return !test || profile.testOrders() == PostingProfile.TestOrders.BOOKED;
        }

        /** As if it had been placed before ERPs had names. */
        public Placed withoutErp() {
            return new Placed(
                    id,
                    version,
                    correlationId,
                    new PostingProfile(
                            profile.ledger(),
                            profile.testOrders(),
                            Optional.empty(),
                            profile.postWhen(),
                            profile.refunds()),
                    test,
                    placed,
                    head,
                    document,
                    total,
                    payment,
                    paymentRevision,
                    captured,
                    lines,
                    payments,
                    refunds,
                    taxes,
                    erp,
                    cancellation,
                    holds,
                    cases,
                    erased,
                    tallies);
        }

        /** Whether something has to happen before the order may go on. */
        public boolean held() {
            return holds.stream().anyMatch(HoldState::active) || PaymentGate.holds(this);
        }

        /** How far the order's document has come at the ERP. */
        public Posting posting() {
            return Finance.posting(this);
        }

        /** The state of the buyer's refund, where the whole order was cancelled. */
        public RefundDue refundDue() {
            return Finance.refundDue(this);
        }

        /** The buyer's money that was taken, by all that the channel and its gateway state. */
        public Amount taken() {
            return Derivation.STANDARD.captured(this);
        }

        /** The money that went back to the buyer and is covered by what was taken. */
        public Amount givenBack() {
            return Derivation.STANDARD.refunded(this);
        }

        /** The money that the buyer is owed if all of the order is undone. */
        public Amount refundable() {
            return taken().minus(givenBack());
        }

        /** The units of each line, by where they are. */
        public List<LineQuantities> quantities() {
            return Derivation.STANDARD.quantities(this);
        }

        Optional<ErpDocument> erpDocument() {
            return erp.document();
        }
    }
}
