package io.orderloom.crash;

import static io.orderloom.crash.KillBoundary.COMMIT;
import static io.orderloom.crash.KillBoundary.ERP_WRITE;
import static io.orderloom.crash.KillBoundary.REFUND;
import static io.orderloom.crash.KillBoundary.SEND;
import static io.orderloom.crash.KillBoundary.TELL;
import static io.orderloom.crash.Point.Side.AFTER;
import static io.orderloom.crash.Point.Side.BEFORE;
import static io.orderloom.topology.Function.ERP_POST;
import static io.orderloom.topology.Function.INTAKE;
import static io.orderloom.topology.Function.NORMALIZE;
import static io.orderloom.topology.Function.REFUND_COMPENSATION;
import static io.orderloom.topology.Function.STATUS_FANOUT;

import java.util.List;

/** The moment when the whole stack is killed. */
sealed interface KillPoint {

    /** While the stack starts on the data of its predecessor. */
    record Starting() implements KillPoint {
        @Override
        public String toString() {
            return "while it started";
        }
    }

    /** While it runs and processes two new orders. */
    sealed interface Amid extends KillPoint {}

    /** After the shop has its answer, and before a function reads the order. */
    record OrderTaken() implements Amid {
        @Override
        public String toString() {
            return "an order just taken";
        }
    }

    /** After the shop has its answer to a cancellation, and before a function reads it. */
    record CancellationTaken() implements Amid {
        @Override
        public String toString() {
            return "a cancellation just taken";
        }
    }

    /** While a function that handles an order is at this point. */
    record Placing(Point point) implements Amid {
        @Override
        public String toString() {
            return "an order amid " + point;
        }
    }

    /** While a function that handles a cancellation is at this point. */
    record Cancelling(Point point) implements Amid {
        @Override
        public String toString() {
            return "a cancellation amid " + point;
        }
    }

    /**
     * All moments, the most informative first, since a short run takes only as many as it has time
     * for.
     */
    List<KillPoint> ALL =
            List.of(
                    new OrderTaken(),
                    new Placing(new Point(ERP_POST, ERP_WRITE, BEFORE)),
                    new Placing(new Point(ERP_POST, ERP_WRITE, AFTER)),
                    new Cancelling(new Point(REFUND_COMPENSATION, REFUND, AFTER)),
                    new CancellationTaken(),
                    new Placing(new Point(INTAKE, SEND, AFTER)),
                    new Placing(new Point(NORMALIZE, COMMIT, AFTER)),
                    new Starting(),
                    new Placing(new Point(ERP_POST, COMMIT, AFTER)),
                    new Cancelling(new Point(ERP_POST, ERP_WRITE, AFTER)),
                    new Placing(new Point(STATUS_FANOUT, TELL, AFTER)),
                    new Cancelling(new Point(REFUND_COMPENSATION, REFUND, BEFORE)));
}
