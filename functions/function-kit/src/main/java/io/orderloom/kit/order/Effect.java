package io.orderloom.kit.order;

import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import java.time.Duration;

/** An effect on another system. */
public interface Effect {

    /** What a call that may have been made has done. */
    LookedUp lookUp();

    /** Calls. */
    Called call();

    /** What is recorded when it is given up. */
    Fact givenUp(Fault fault);

    /** How long after a lost answer a look-up is conclusive. */
    Duration settlingTime();

    sealed interface LookedUp permits Settled, Absent, Failed {}

    sealed interface Called permits Settled, Failed {}

    /** It is done, and this is what to record. */
    record Settled(Fact fact) implements LookedUp, Called {}

    /** Nothing was done. */
    record Absent() implements LookedUp {}

    record Failed(Fault fault) implements LookedUp, Called {}
}
