package io.orderloom.simulation.world;

import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What is the matter with one world, when, and how often anything met it: what was drawn and never
 * met proves nothing.
 */
public final class Circumstances {
    /** In the multiplier of seeds, so that neighbours draw nothing alike. */
    private static final long SPREAD = 0xD1B54A32D192ED03L;

    private static final Duration LATEST = Duration.ofMinutes(3);
    private static final Duration SHORTEST = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(6);

    private final Scheduler scheduler;
    private final long seed;
    private final Set<Circumstance> drawn = EnumSet.noneOf(Circumstance.class);
    private final Map<Circumstance, SeededRandom> chances = new EnumMap<>(Circumstance.class);
    private final Map<Circumstance, Window> windows = new EnumMap<>(Circumstance.class);
    private final Map<Circumstance, Integer> met = new EnumMap<>(Circumstance.class);
    private boolean over;

    private record Window(Duration begins, Duration ends) {}

    private Circumstances(Scheduler scheduler, long seed) {
        this.scheduler = scheduler;
        this.seed = seed;
    }

    static Circumstances none(Scheduler scheduler) {
        return new Circumstances(scheduler, 0);
    }

    /**
     * @param enabled those that may be drawn
     */
    static Circumstances drawn(Scheduler scheduler, long seed, Set<Circumstance> enabled) {
        var circumstances = new Circumstances(scheduler, seed);
        enabled.stream()
                .filter(one -> circumstances.chance(one).happens(one.perMille()))
                .forEach(circumstances.drawn::add);
        return circumstances;
    }

    /** Draws for this circumstance only, so that one more of them changes no other. */
    SeededRandom chance(Circumstance one) {
        return chances.computeIfAbsent(one, _ -> chance(seed, one));
    }

    static SeededRandom chance(long seed, Circumstance one) {
        return new SeededRandom(seed * SPREAD + one.name().hashCode() * 31L);
    }

    boolean has(Circumstance one) {
        return drawn.contains(one);
    }

    public Set<Circumstance> all() {
        return Set.copyOf(drawn);
    }

    /** Whether it is the case just now. */
    boolean now(Circumstance one) {
        if (over || !has(one)) {
            return false;
        }
        var window = window(one);
        var now = scheduler.sinceStart();
        return now.compareTo(window.begins()) >= 0 && now.compareTo(window.ends()) < 0;
    }

    Duration begins(Circumstance one) {
        return window(one).begins();
    }

    Duration ends(Circumstance one) {
        return window(one).ends();
    }

    private Window window(Circumstance one) {
        return windows.computeIfAbsent(
                one,
                _ -> {
                    var begins = chance(one).between(Duration.ZERO, LATEST);
                    return new Window(begins, begins.plus(chance(one).between(SHORTEST, LONGEST)));
                });
    }

    /** The weather is calm from here on. */
    void end() {
        over = true;
    }

    boolean areOver() {
        return over;
    }

    void met(Circumstance one) {
        met.merge(one, 1, Integer::sum);
    }

    /** How often each of those drawn was met. */
    public Map<Circumstance, Integer> met() {
        var all = new EnumMap<Circumstance, Integer>(Circumstance.class);
        drawn.forEach(one -> all.put(one, met.getOrDefault(one, 0)));
        return all;
    }
}
