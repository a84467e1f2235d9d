package io.orderloom.exception;

import io.orderloom.exception.ExceptionLife.Live;
import java.time.Instant;

/**
 * An exception and its life so far.
 *
 * @param what the exception as it occurred last, with the time when it was opened last
 */
public record ExceptionCase(OrderException what, ExceptionLife life) {

    public static ExceptionCase opened(OrderException exception, Instant at) {
        return new ExceptionCase(
                exception.raised(at), ExceptionLife.opened(at, "occurred for the first time"));
    }

    /** The case after an occurrence of the same trouble, be it new or counted already. */
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
