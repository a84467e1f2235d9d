package io.orderloom.topology;

import java.time.Duration;
import java.util.Set;

/**
 * What a function is asked to do by the clock. One that fails is made good by the next, and one
 * that stays away raises {@link Alarm#SWEEP_MISSING}.
 */
public enum Schedule {
    /**
     * Goes through the work list: wakes what is stuck, and measures what is open and since when.
     */
    WORK("work", Function.NORMALIZE, Duration.ofMinutes(5));

    /** Labels that stacks of earlier versions still call by; nothing is done for them. */
    public static final Set<String> RETIRED = Set.of("sources");

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
