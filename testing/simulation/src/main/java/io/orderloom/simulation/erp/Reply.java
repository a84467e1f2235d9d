package io.orderloom.simulation.erp;

import io.orderloom.fault.Fault;

/** The result of a call to the ERP. */
sealed interface Reply<T> {

    record Given<T>(T value) implements Reply<T> {}

    record Missed<T>(Fault fault) implements Reply<T> {}

    /** The ERP answers that the document exists already, or that another call is creating it. */
    record Taken<T>() implements Reply<T> {}
}
