package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.order.Quantity;

/**
 * How many tasks of each kind an order has called for so far. Every number is the count of a
 * condition on facts that, once true, stays true whatever comes later; so the numbers only grow,
 * and end at the same in whatever order the facts came. A change sends the numbers in between.
 *
 * <p>A signal says "look": whoever gets it reads the state and finds what is due by then ({@link
 * Due}), which may be nothing.
 *
 * @param post placed, once more for every hold that was released, once more when what was ever held
 *     is cancelled, and once more when what was cancelled may be in the ERP
 * @param amend changes that an ERP document in being has to follow
 * @param erpCancel the whole order was cancelled and the ERP has a document
 * @param credit things came back, or money went back, that the ERP may have to credit
 * @param refund the whole order is undone, for each sum that was taken of the buyer; again when a
 *     doubt about it is cleared up
 * @param returns lines of which units had left before their cancellation was known
 * @param completed everything was shipped and invoiced
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
        // Nobody releases what was cancelled, and whoever looked while it was held left it alone.
        int heldAndCancelled = whole && everHeld(order) ? 1 : 0;
        int doubtful = whole && order.erp().inDoubt() ? 1 : 0;
        return 1 + order.tally(EventCount.RELEASES) + heldAndCancelled + doubtful;
    }

    private static boolean everHeld(Placed order) {
        return order.holds().stream().anyMatch(hold -> hold.kind().isPresent());
    }

    /**
     * How often the order was seen to be undone. A refusal counts although a doubt or a document
     * may come after it, since what counted once has to count for ever; then it counts again when
     * the ERP has nothing any more.
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
                // The ERP keeps a document of which something has left, and drops the rest.
                + (cancelledTooLate(order) ? 1 : 0);
    }

    /** Changes that no revision of the document shows. */
    static int besidesEdits(Placed order) {
        return order.tally(EventCount.PART_CANCELLATIONS)
                + order.tally(EventCount.SUBSTITUTIONS)
                + order.tally(EventCount.TAX_ADJUSTMENTS);
    }

    /** What the ERP may owe a credit note for; a document that it cancels needs none. */
    static int creditable(Placed order) {
        int refunds = cancelledTooLate(order) ? order.refundSums().cancellations() : 0;
        return order.tally(EventCount.CREDITABLE) + refunds;
    }

    /** The whole order was cancelled when something of it had left. */
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

    /** By the least that was ever ordered: an edit that comes late must not take it back. */
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
