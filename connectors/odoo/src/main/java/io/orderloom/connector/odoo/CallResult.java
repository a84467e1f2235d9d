package io.orderloom.connector.odoo;

import io.orderloom.fault.Fault;
import java.util.function.Function;

/** What Odoo gave, or the fault that was met instead. */
sealed interface CallResult<T> {

    record Given<T>(T value) implements CallResult<T> {}

    record Missed<T>(Fault fault) implements CallResult<T> {}

    static <T> CallResult<T> given(T value) {
        return new Given<>(value);
    }

    static <T> CallResult<T> missed(Fault fault) {
        return new Missed<>(fault);
    }

    /** Goes on with what was given; the first fault ends it. */
    default <R> CallResult<R> then(Function<? super T, CallResult<R>> next) {
        return switch (this) {
            case Given<T>(var value) -> next.apply(value);
            case Missed<T>(var fault) -> new Missed<>(fault);
        };
    }

    default <R> CallResult<R> map(Function<? super T, ? extends R> change) {
        return then(value -> given(change.apply(value)));
    }
}
