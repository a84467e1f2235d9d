package io.orderloom.simulation.fault;

import io.orderloom.fault.Fault;
import java.time.Duration;
import java.util.Optional;

/** The faults and delays of the ERP at a given moment. */
public interface ErpWeather {

    /** The fault of the next call. */
    ErpFault next(boolean write);

    /**
     * The fault with which the account rejects every call, or every call about this reference, or
     * empty if it accepts them.
     *
     * @param about what the call is about: a reference, a file, a document's number
     */
    default Optional<Fault> closed(boolean write, String about) {
        return Optional.empty();
    }

    /** Returns whether the next write of this document is carried out and its answer lost. */
    default boolean answerLost(String about) {
        return false;
    }

    /** The duration of an ordinary call. */
    Duration latency();

    /** The duration of a slow call, which is shorter than callers wait. */
    Duration slowness();

    /** The time after which searches show everything that was committed before. */
    Duration settlingTime();

    /** How long a document that is seen late stays hidden, which is less than the settling time. */
    Duration unseenFor();

    /** How long a job, a file or an answer waits before it is processed. */
    Duration idle();
}
