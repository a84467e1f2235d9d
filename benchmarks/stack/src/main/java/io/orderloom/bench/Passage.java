package io.orderloom.bench;

import io.orderloom.embedded.demo.SampleOrder;
import java.util.OptionalLong;

/**
 * One order's times, as of {@link System#nanoTime}.
 *
 * @param due when it should have been sent
 * @param answer the webhook's HTTP status; 0 while there is none or if the connection broke
 * @param answered when the answer came
 * @param acceptedTold whether the subscriber was notified that the order was accepted
 * @param postedTold when the subscriber was first notified that the order is in the ERP
 */
record Passage(
        SampleOrder order,
        long due,
        int answer,
        OptionalLong answered,
        boolean acceptedTold,
        OptionalLong postedTold) {

    static final int ACKNOWLEDGED = 202;

    static Passage of(SampleOrder order, long due) {
        return new Passage(order, due, 0, OptionalLong.empty(), false, OptionalLong.empty());
    }

    Passage answered(int status, long now) {
        return new Passage(order, due, status, OptionalLong.of(now), acceptedTold, postedTold);
    }

    Passage hearAccepted() {
        return new Passage(order, due, answer, answered, true, postedTold);
    }

    /** Records that the order was posted. The first time counts, since deliveries may repeat. */
    Passage hearPosted(long now) {
        return postedTold.isPresent()
                ? this
                : new Passage(order, due, answer, answered, acceptedTold, OptionalLong.of(now));
    }

    boolean acknowledged() {
        return answer == ACKNOWLEDGED;
    }

    boolean told() {
        return acceptedTold && postedTold.isPresent();
    }

    /** Tells whether no more events of the order are expected. */
    boolean over() {
        return answered.isPresent() && (!acknowledged() || told());
    }
}
