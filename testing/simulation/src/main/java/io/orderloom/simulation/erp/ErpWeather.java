package io.orderloom.simulation.erp;

import io.orderloom.fault.Fault;
import java.time.Duration;
import java.util.Optional;

/** What the ERP is like at the moment. */
public interface ErpWeather {

    /** What goes wrong in the next call. */
    ErpFault next(boolean write);

    /**
     * Why the account takes no call just now, or none about this, if it takes none.
     *
     * @param about what the call is about: a reference, a file, a document's number
     */
    default Optional<Fault> closed(boolean write, String about) {
        return Optional.empty();
    }

    /** Whether the next write is done and its answer lost, of this very document. */
    default boolean answerLost(String about) {
        return false;
    }

    /** How long an ordinary call takes. */
    Duration latency();

    /** How long a slow one takes; less than callers wait. */
    Duration slowness();

    /** After this searches show everything that was committed before. */
    Duration settlingTime();

    /** How long a document that is seen late is not shown; less than the settling time. */
    Duration unseenFor();

    /** How long a job, a file or an answer lies there before it is dealt with. */
    Duration idle();
}
