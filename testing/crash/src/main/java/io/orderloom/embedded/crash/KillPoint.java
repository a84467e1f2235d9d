package io.orderloom.embedded.crash;

import static io.orderloom.embedded.crash.Boundary.COMMIT;
import static io.orderloom.embedded.crash.Boundary.ERP_WRITE;
import static io.orderloom.embedded.crash.Boundary.REFUND;
import static io.orderloom.embedded.crash.Boundary.SEND;
import static io.orderloom.embedded.crash.Boundary.TELL;
import static io.orderloom.embedded.crash.Point.Side.AFTER;
import static io.orderloom.embedded.crash.Point.Side.BEFORE;
import static io.orderloom.topology.Function.ERP_POST;
import static io.orderloom.topology.Function.INTAKE;
import static io.orderloom.topology.Function.NORMALIZE;
import static io.orderloom.topology.Function.REFUND_COMPENSATION;
import static io.orderloom.topology.Function.STATUS_FANOUT;

import java.util.List;

/** When the whole stack is killed. */
sealed interface KillPoint {

    /** While it starts, with what is left from before. */
    record Starting() implements KillPoint {
        @Override
        public String toString() {
            return "while it started";
        }
    }

    /** While it runs, with two new orders on their way. */
    sealed interface Amid extends KillPoint {}

    /** The shop has its answer, and nobody has looked at the order yet. */
    record OrderTaken() implements Amid {
        @Override
        public String toString() {
            return "an order just taken";
        }
    }

    /** The same of a cancellation. */
    record CancellationTaken() implements Amid {
        @Override
        public String toString() {
            return "a cancellation just taken";
        }
    }

    /** A function with an order in its hands is there. */
    record Placing(Point point) implements Amid {
        @Override
        public String toString() {
            return "an order amid " + point;
        }
    }

    /** A function with a cancellation in its hands is there. */
    record Cancelling(Point point) implements Amid {
        @Override
        public String toString() {
            return "a cancellation amid " + point;
        }
    }

    /** Those that tell most come first: a short run takes as many as it has time for. */
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
