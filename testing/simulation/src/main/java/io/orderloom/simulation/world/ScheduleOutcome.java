package io.orderloom.simulation.world;

import io.orderloom.simulation.oracle.Findings;
import java.time.Duration;
import java.util.Map;

/**
 * The result of a schedule.
 *
 * @param steps how often processes reached a boundary
 * @param fingerprint of the course that it took
 * @param crashes at the point that the schedule is about
 * @param faults of the kind that the schedule is about
 * @param met how often each circumstance of the world took effect
 * @param lasted in simulated time
 */
public record ScheduleOutcome(
        SeededSchedule schedule,
        Findings findings,
        long steps,
        long fingerprint,
        int crashes,
        int faults,
        Map<Circumstance, Integer> met,
        Duration lasted) {}
