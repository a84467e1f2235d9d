package io.orderloom.connector.odoo;

import io.orderloom.fault.Fault;
import java.util.function.Function;

/** What Odoo gave, or the fault that was met instead. */
sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    record Missed<T>(Fault fault) implements Answer<T> {}

    static <T> Answer<T> given(T value) {
        return new Given<>(value);
    }

    static <T> Answer<T> missed(Fault fault) {
        return new Missed<>(fault);
    }

    /** Goes on with what was given; the first fault ends it. */
    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Given<T>(var value) -> next.apply(value);
            case Missed<T>(var fault) -> new Missed<>(fault);
        };
    }

    default <R> Answer<R> map(Function<? super T, ? extends R> change) {
        return then(value -> given(change.apply(value)));
    }
}
