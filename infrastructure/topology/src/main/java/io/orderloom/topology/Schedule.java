package io.orderloom.topology;

import java.time.Duration;

/**
 * What a function is asked to do by the clock. A webhook is a hint; the sweep is the guarantee. One
 * that fails is made good by the next, and one that stays away raises {@link Alarm#SWEEP_MISSING}.
 */
public enum Schedule {
    /**
     * Goes through the work list: wakes what is stuck, and measures what is open and since when.
     */
    WORK("work", Function.NORMALIZE, Duration.ofMinutes(5)),
    /** Asks every channel what changed, and takes in what no webhook told. */
    SOURCES("sources", Function.NORMALIZE, Duration.ofMinutes(15));

    private final String label;
    private final Function function;
    private final Duration every;

    Schedule(String label, Function function, Duration every) {
        this.label = label;
        this.function = function;
        this.every = every;
    }

    public String label() {
        return label;
    }

    public String scheduleName() {
        return "orderloom-sweep-" + label;
    }

    /** The function that is called; a sweep needs what it may do already, and nothing more. */
    public Function function() {
        return function;
    }

    public Duration every() {
        return every;
    }

    /** What the function is called with: JSON, and no batch of messages. */
    public String event() {
        return "{\"sweep\":\"%s\"}".formatted(label);
    }
}
