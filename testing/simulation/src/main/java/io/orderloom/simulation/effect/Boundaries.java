package io.orderloom.simulation.effect;

import java.time.Duration;
import java.util.function.Supplier;

/** The boundaries that a process crosses when it reaches the outside. */
public interface Boundaries {

    /**
     * Carries out an effect. The process may stall or die before or after it; during the effect
     * nothing else runs.
     *
     * @param about what it touches, for the trace
     */
    <T> T cross(Boundary boundary, Supplier<String> about, Supplier<T> effect);

    /** Waits, for example for an answer. */
    void pause(Duration time);

    /** Boundaries for a caller that can neither stall nor die. */
    Boundaries STEADY =
            new Boundaries() {
                @Override
                public <T> T cross(Boundary boundary, Supplier<String> about, Supplier<T> effect) {
                    return effect.get();
                }

                @Override
                public void pause(Duration time) {}
            };
}
