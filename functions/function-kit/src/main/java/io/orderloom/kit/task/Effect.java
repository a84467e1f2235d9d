package io.orderloom.kit.task;

import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import java.time.Duration;

/** An effect on another system, such as an order posted to the ERP. */
public interface Effect {

    /** Finds out what a call that may have been made has done. */
    LookedUp lookUp();

    /** Makes the call. */
    Called call();

    /**
     * The fact that is recorded when the effect is given up.
     *
     * @param inDoubt whether any attempt, the last or one before, may have reached the other side
     */
    Fact givenUp(Fault fault, boolean inDoubt);

    /** How long after a lost answer a look-up is conclusive. */
    Duration settlingTime();

    sealed interface LookedUp permits Settled, Absent, Other, Failed {}

    sealed interface Called permits Settled, Held, UnderWay, Failed {}

    /** The effect is done, and this fact is to be recorded. */
    record Settled(Fact fact) implements LookedUp, Called {}

    /** The effect is not done, or not completely, and a call does the rest. */
    record Absent() implements LookedUp {}

    /** Another thing than the intended one was found, and a call would not change that. */
    record Other(Fault fault) implements LookedUp {}

    /** No call was made, because none is allowed for this time. */
    record Held(Duration delay, String why) implements Called {}

    /**
     * The other side has accepted the work and not finished it yet.
     *
     * @param what a description for a person
     */
    record UnderWay(String what) implements Called {}

    record Failed(Fault fault) implements LookedUp, Called {}
}
