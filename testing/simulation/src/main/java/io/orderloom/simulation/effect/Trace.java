package io.orderloom.simulation.effect;

import java.util.function.Supplier;

/** Takes down what happens, where somebody wants to read it. */
public interface Trace {
    Trace NONE = (_, _) -> {};

    /**
     * @param who the process or part
     * @param what made only where it is read
     */
    void note(String who, Supplier<String> what);
}
