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
 * What is known of an order; small, and growing with its lines, payments and refunds and not with
 * its history. The same facts give the same state, whatever order they came in.
 */
public sealed interface OrderState {
    /** Of what is stored; what is older is brought up when it is read. */
    int SCHEMA = 2;

    OrderId id();

    /** How many change-sets made it; 0 where nothing was ever heard of the order. */
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
     * The order was placed and passed the gate. Everything in it is a sum, a maximum or the latest
     * revision of what facts said; where units and money <em>are</em> is derived ({@link
     * Derivation}).
     *
     * @param correlationId of the order's placing
     * @param placed what the buyer owed at first
     * @param head the revision that holds
     * @param document names the stored document of that revision
     * @param payment as the holding revision states it
     * @param captured the most that the channel ever stated to hold of the buyer's money
     * @param lines by line id; those ever ordered, and those that facts have named
     * @param cancellation of the whole order
     * @param cases contacts with the buyer
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

        /** What all its refunds come to. */
        RefundSums refundSums() {
            return Sorted.of(refunds, RefundSums.MEASURE).sum();
        }

        int tally(EventCount of) {
            return tallies.getOrDefault(of, 0);
        }

        /** Whether the ERP is to know of it at all. */
        public boolean booked() {
            return !test || profile.testOrders() == PostingProfile.TestOrders.BOOKED;
        }

        /** Whether something has to be decided before the order may go on. */
        public boolean held() {
            return holds.stream().anyMatch(HoldState::active);
        }

        /** How far the order's document has come at the ERP. */
        public Posting posting() {
            return Finance.posting(this);
        }

        /** What becomes of the buyer's money where the whole order was cancelled. */
        public RefundDue refundDue() {
            return Finance.refundDue(this);
        }

        /** What the buyer is owed if all of the order is undone. */
        public Amount refundable() {
            return Derivation.STANDARD.captured(this).minus(Derivation.STANDARD.refunded(this));
        }

        /** Where the units of each line are. */
        public List<LineQuantities> quantities() {
            return Derivation.STANDARD.quantities(this);
        }

        Optional<ErpDocument> erpDocument() {
            return erp.document();
        }
    }
}
