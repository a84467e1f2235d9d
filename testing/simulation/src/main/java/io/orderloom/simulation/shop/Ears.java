package io.orderloom.simulation.shop;

import io.orderloom.fault.Fault;
import java.time.Duration;
import java.util.Optional;

/** How subscribers are disposed to listen. */
public interface Ears {

    /** Why the subscriber does not take the next event, if it does not. */
    Optional<Fault> refusal(String subscriber);

    /** How long it takes over its answer. */
    Duration slowness(String subscriber);

    /** Whether the next answer does not arrive. */
    boolean answerLost();
}
