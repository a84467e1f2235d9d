package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.order.Quantity;

/**
 * Counts the tasks of each kind that an order has called for so far. Every number counts conditions
 * on facts that, once true, stay true whatever comes later. So the numbers only grow, and they end
 * the same in whatever order the facts came. A change requests one task for each step from the old
 * number to the new.
 *
 * <p>A request only means "look": the function that receives it reads the state and finds what is
 * due by then ({@link Due}), which may be nothing.
 *
 * @param post one for the placing, or for the payment where that has to come first; one more for
 *     each hold that was released, one more if an order that was ever held is cancelled, and one
 *     more if a cancelled order may be in the ERP
 * @param amend the changes that an existing ERP document has to follow
 * @param erpCancel one if the whole order was cancelled and the ERP has a document
 * @param credit the returns and refunds that the ERP may have to credit
 * @param refund if the whole order is undone, one for each sum that was taken from the buyer; again
 *     when a doubt about it is over
 * @param returns the lines of which units had left before their cancellation was known
 * @param completed one if everything was shipped and invoiced
 */
record TaskCounters(
        int post, int amend, int erpCancel, int credit, int refund, int returns, int completed) {
    static final TaskCounters NONE = new TaskCounters(0, 0, 0, 0, 0, 0, 0);

    static TaskCounters of(Placed order) {
        boolean posted = order.erp().document().isPresent();
        boolean whole = order.cancellation().isPresent();
        return new TaskCounters(
                order.booked() ? posts(order, whole) : 0,
                posted ? amendments(order) : 0,
                posted && whole ? 1 : 0,
                posted ? creditable(order) : 0,
                whole ? undone(order) * takings(order) : 0,
                crossings(order, whole),
                completed(order, whole) ? 1 : 0);
    }

    private static int posts(Placed order, boolean whole) {
        // A cancelled order gets no release, and a request that found it held did nothing.
        int heldAndCancelled = whole && everHeld(order) ? 1 : 0;
        int doubtful = whole && order.erp().inDoubt() ? 1 : 0;
        return PaymentGate.requests(order)
                + order.tally(EventCount.RELEASES)
                + heldAndCancelled
                + doubtful;
    }

    private static boolean everHeld(Placed order) {
        return order.holds().stream().anyMatch(hold -> hold.kind().isPresent());
    }

    /**
     * How often the order was seen to be undone. A rejection counts although a doubt or a document
     * may come after it, since a count must never go down. It counts again when the ERP has nothing
     * any more.
     */
    private static int undone(Placed order) {
        var erp = order.erp();
        boolean nothingThere = erp.skipped() || erp.cancelled().isPresent();
        boolean refused = erp.refused().isPresent();
        boolean lookedAt = erp.inDoubt() || erp.document().isPresent();
        if (refused && lookedAt && nothingThere) {
            return 2;
        }
        return !order.booked() || nothingThere || refused ? 1 : 0;
    }

    static int amendments(Placed order) {
        return order.tally(EventCount.EDITS)
                + besidesEdits(order)
                // If goods have left, the ERP keeps its document and the rest is taken off it.
                + (cancelledTooLate(order) ? 1 : 0);
    }

    /** Changes that no revision of the document shows. */
    static int besidesEdits(Placed order) {
        return order.tally(EventCount.PART_CANCELLATIONS)
                + order.tally(EventCount.SUBSTITUTIONS)
                + order.tally(EventCount.TAX_ADJUSTMENTS);
    }

    /**
     * Returns and refunds that may need a credit note. A document that the ERP cancels needs none.
     */
    static int creditable(Placed order) {
        int refunds = cancelledTooLate(order) ? order.refundSums().cancellations() : 0;
        return order.tally(EventCount.CREDITABLE) + refunds;
    }

    /** Whether the whole order was cancelled after part of it had left. */
    private static boolean cancelledTooLate(Placed order) {
        return order.cancellation().isPresent() && crossings(order, true) > 0;
    }

    private static int takings(Placed order) {
        return (order.captured().isZero() ? 0 : 1) + order.tally(EventCount.CAPTURES);
    }

    private static int crossings(Placed order, boolean whole) {
        int lines = 0;
        for (var line : order.lines()) {
            lines += crossed(line, whole) ? 1 : 0;
        }
        return lines;
    }

    /**
     * Whether units of the line had left before their cancellation was known. It compares with the
     * fewest units that were ever ordered, so that an edit that comes late can't take the answer
     * back.
     */
    private static boolean crossed(LineState line, boolean whole) {
        var shipped = line.count(UnitCount.SHIPPED);
        var cancelled = line.count(UnitCount.CANCEL_REQUESTED);
        if (shipped.isZero() || line.least().isEmpty()) {
            return false;
        }
        boolean tooMany = shipped.plus(cancelled).compareTo(line.least().get()) > 0;
        return whole || (!cancelled.isZero() && tooMany);
    }

    private static boolean completed(Placed order, boolean whole) {
        boolean some = false;
        for (var line : order.lines()) {
            var shipped = line.count(UnitCount.SHIPPED);
            if (line.goods() && !whole && !covered(line)) {
                return false;
            }
            some |= !shipped.isZero() && !line.count(UnitCount.INVOICED).isZero();
        }
        return some;
    }

    private static boolean covered(LineState line) {
        var cancelled = line.count(UnitCount.CANCEL_REQUESTED);
        return enough(line.ordered(), line.count(UnitCount.SHIPPED).plus(cancelled))
                && enough(line.ordered(), line.count(UnitCount.INVOICED).plus(cancelled));
    }

    private static boolean enough(Quantity ordered, Quantity covered) {
        return covered.compareTo(ordered) >= 0;
    }
}
