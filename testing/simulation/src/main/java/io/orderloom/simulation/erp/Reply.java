package io.orderloom.simulation.erp;

import io.orderloom.fault.Fault;

/** What came back from a call to the ERP. */
sealed interface Reply<T> {

    record Given<T>(T value) implements Reply<T> {}

    record Missed<T>(Fault fault) implements Reply<T> {}

    /** It says that there is one already, or that somebody else is at it. */
    record Taken<T>() implements Reply<T> {}
}
