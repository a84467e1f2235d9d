package io.orderloom.kit.task;

import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import java.time.Duration;

/** An effect on another system. */
public interface Effect {

    /** What a call that may have been made has done. */
    LookedUp lookUp();

    /** Calls. */
    Called call();

    /**
     * What is recorded when it is given up.
     *
     * @param inDoubt whether any attempt, the last or one before, may have reached the other side
     */
    Fact givenUp(Fault fault, boolean inDoubt);

    /** How long after a lost answer a look-up is conclusive. */
    Duration settlingTime();

    sealed interface LookedUp permits Settled, Absent, Other, Failed {}

    sealed interface Called permits Settled, Held, UnderWay, Failed {}

    /** It is done, and this is what to record. */
    record Settled(Fact fact) implements LookedUp, Called {}

    /** Nothing was done, or not all of it, and a call does what is left. */
    record Absent() implements LookedUp {}

    /** What is there is not what was to be done: no call makes it so. */
    record Other(Fault fault) implements LookedUp {}

    /** Nobody was called, since nobody may be for as long. */
    record Held(Duration delay, String why) implements Called {}

    /**
     * The other side has taken it on and not ended it yet.
     *
     * @param what for a person
     */
    record UnderWay(String what) implements Called {}

    record Failed(Fault fault) implements LookedUp, Called {}
}
