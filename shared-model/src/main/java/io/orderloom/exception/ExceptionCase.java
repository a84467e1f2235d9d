package io.orderloom.exception;

import io.orderloom.exception.ExceptionLife.Live;
import java.time.Instant;

/**
 * An exception and what became of it.
 *
 * @param what as it was met last; raised when it was opened last
 */
public record ExceptionCase(OrderException what, ExceptionLife life) {

    public static ExceptionCase opened(OrderException exception, Instant at) {
        return new ExceptionCase(
                exception.raised(at), ExceptionLife.opened(at, "met for the first time"));
    }

    /** After the same trouble was met, perhaps again. */
    public ExceptionCase met(OrderException again, Instant at) {
        var after = life.met(at);
        if (after.equals(life)) {
            return this;
        }
        boolean anew = after.openings() > life.openings();
        return new ExceptionCase(again.raised(anew ? at : what.raisedAt()), after);
    }

    public ExceptionCase with(ExceptionLife after) {
        return new ExceptionCase(what, after);
    }

    /** Whether somebody still has to do something about it. */
    public boolean live() {
        return life instanceof Live;
    }
}
