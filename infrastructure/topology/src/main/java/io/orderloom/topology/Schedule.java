package io.orderloom.topology;

import java.time.Duration;
import java.util.Set;

/**
 * The sweeps, which the clock starts. The next sweep does the work of one that failed, and one that
 * does not run raises {@link Alarm#SWEEP_MISSING}.
 */
public enum Schedule {
    /**
     * Goes through the work list: sends again what is stuck, and measures what is open and since
     * when.
     */
    WORK("work", Function.MAINTENANCE, Duration.ofMinutes(5));

    /** Labels that stacks of earlier versions still send; nothing is done for them. */
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

    /**
     * The function that is called. A sweep needs only permissions that the function has already.
     */
    public Function function() {
        return function;
    }

    public Duration every() {
        return every;
    }

    /** The event that the function gets: JSON, and no batch of messages. */
    public String event() {
        return "{\"sweep\":\"%s\"}".formatted(label);
    }
}
