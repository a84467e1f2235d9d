package io.orderloom.simulation.effect;

import java.util.function.Supplier;

/** Writes down the course of a run for somebody to read. */
public interface Trace {
    Trace NONE = (_, _) -> {};

    /**
     * @param who the process or part
     * @param what the text, computed only if somebody reads it
     */
    void note(String who, Supplier<String> what);
}
