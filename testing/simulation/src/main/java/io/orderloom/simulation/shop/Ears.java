package io.orderloom.simulation.shop;

import io.orderloom.fault.Fault;
import java.time.Duration;
import java.util.Optional;

/** The behaviour of subscribers when they receive events. */
public interface Ears {

    /** The fault with which the subscriber rejects the next event, or empty if it accepts it. */
    Optional<Fault> refusal(String subscriber);

    /** How long the subscriber takes to answer. */
    Duration slowness(String subscriber);

    /** Returns whether the next answer is lost. */
    boolean answerLost();
}
