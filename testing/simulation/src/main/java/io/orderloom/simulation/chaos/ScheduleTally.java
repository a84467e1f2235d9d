package io.orderloom.simulation.chaos;

import io.orderloom.simulation.oracle.Cause;
import io.orderloom.simulation.world.Circumstance;
import io.orderloom.simulation.world.ScheduleOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Adds up the results of schedules from all threads. */
final class ScheduleTally {
    private final Map<Cell, Counts> cells = new HashMap<>();
    private final Map<Cause, Integer> parked = new EnumMap<>(Cause.class);
    private final Map<Cause, Integer> drawn = new EnumMap<>(Cause.class);
    private final Map<Circumstance, Met> met = new EnumMap<>(Circumstance.class);
    private final Set<Long> courses = new HashSet<>();
    private final List<ScheduleOutcome> failed = new ArrayList<>();
    private Counts storms = Counts.NONE;
    private long steps;

    synchronized void add(ScheduleOutcome outcome) {
        var counts = Counts.of(outcome);
        if (outcome.schedule().storm()) {
            storms = storms.plus(counts);
        } else {
            cells.merge(Cell.of(outcome.schedule()), counts, Counts::plus);
        }
        outcome.findings()
                .parked()
                .forEach((cause, times) -> parked.merge(cause, times, Integer::sum));
        outcome.findings()
                .drawn()
                .forEach((cause, times) -> drawn.merge(cause, times, Integer::sum));
        outcome.met()
                .forEach((circumstance, times) ->
                        met.merge(circumstance, new Met(times, counts), Met::plus));
        courses.add(outcome.fingerprint());
        steps += outcome.steps();
        if (counts.wrong() > 0) {
            failed.add(outcome);
        }
    }

    /** The sums over small worlds whose cell matches. */
    synchronized Counts of(Predicate<Cell> wanted) {
        return cells.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Counts.NONE, Counts::plus);
    }

    synchronized Counts of(Cell cell) {
        return cells.getOrDefault(cell, Counts.NONE);
    }

    synchronized Counts storms() {
        return storms;
    }

    synchronized Counts all() {
        return of(_ -> true).plus(storms);
    }

    /** The number of orders and inputs that waited for a person, by cause. */
    synchronized Map<Cause, Integer> parked() {
        return new EnumMap<>(parked);
    }

    /** The number of orders and inputs for which each cause was drawn. */
    synchronized Map<Cause, Integer> drawn() {
        return new EnumMap<>(drawn);
    }

    /** The results of the worlds for which the circumstance was drawn. */
    synchronized Met of(Circumstance circumstance) {
        return met.getOrDefault(circumstance, Met.NEVER);
    }

    /**
     * @param times how often the circumstance took effect
     * @param counts of the worlds in which it was drawn
     */
    record Met(long times, Counts counts) {
        static final Met NEVER = new Met(0, Counts.NONE);

        Met plus(Met more) {
            return new Met(times + more.times, counts.plus(more.counts));
        }
    }

    /** The number of different courses that the schedules took. */
    synchronized int distinct() {
        return courses.size();
    }

    /** The number of combinations of crash point, behaviour and fault that were run. */
    synchronized int cells() {
        return cells.size();
    }

    synchronized long steps() {
        return steps;
    }

    synchronized List<ScheduleOutcome> failed() {
        return List.copyOf(failed);
    }
}
