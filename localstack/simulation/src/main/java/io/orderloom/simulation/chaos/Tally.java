package io.orderloom.simulation.chaos;

import io.orderloom.simulation.world.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Adds up what came of schedules, whichever thread ran them. */
final class Tally {
    private final Map<Cell, Counts> cells = new HashMap<>();
    private final Map<String, Integer> parked = new TreeMap<>();
    private final Set<Long> courses = new HashSet<>();
    private final List<Outcome> failed = new ArrayList<>();
    private Counts storms = Counts.NONE;
    private long steps;

    synchronized void add(Outcome outcome) {
        var counts = Counts.of(outcome);
        if (outcome.schedule().storm()) {
            storms = storms.plus(counts);
        } else {
            cells.merge(Cell.of(outcome.schedule()), counts, Counts::plus);
        }
        outcome.findings()
                .parked()
                .forEach((cause, times) -> parked.merge(cause, times, Integer::sum));
        courses.add(outcome.fingerprint());
        steps += outcome.steps();
        if (counts.wrong() > 0) {
            failed.add(outcome);
        }
    }

    /** Of small worlds. */
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

    /** How many waited for a person, by what for. */
    synchronized Map<String, Integer> parked() {
        return new TreeMap<>(parked);
    }

    /** Schedules that took a course that no other took. */
    synchronized int distinct() {
        return courses.size();
    }

    /** Of boundary, behaviour and fault, how many combinations were run. */
    synchronized int cells() {
        return cells.size();
    }

    synchronized long steps() {
        return steps;
    }

    synchronized List<Outcome> failed() {
        return List.copyOf(failed);
    }
}
