package io.orderloom.connector.odoo;

import io.orderloom.fault.Fault;
import java.util.function.Function;

/** Odoo's result, or the fault that took its place. */
sealed interface CallResult<T> {

    record Given<T>(T value) implements CallResult<T> {}

    record Missed<T>(Fault fault) implements CallResult<T> {}

    static <T> CallResult<T> given(T value) {
        return new Given<>(value);
    }

    static <T> CallResult<T> missed(Fault fault) {
        return new Missed<>(fault);
    }

    /** Continues with the result; the first fault ends the chain. */
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
