package io.orderloom.simulation.effect;

import java.time.Duration;
import java.util.function.Supplier;

/** How a process reaches the outside. */
public interface Boundaries {

    /**
     * Has an effect. The process may stall or die on either side of it; in between nobody else
     * runs.
     *
     * @param about what it touches, for the trace
     */
    <T> T cross(Boundary boundary, Supplier<String> about, Supplier<T> effect);

    /** Waits, for example for an answer. */
    void pause(Duration time);

    /** For a caller that can neither stall nor die. */
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
