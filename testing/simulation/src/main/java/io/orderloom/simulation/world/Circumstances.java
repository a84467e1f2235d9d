package io.orderloom.simulation.world;

import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The circumstances of one world, the time at which each begins and ends, and how often each took
 * effect. One that was drawn and never took effect proves nothing.
 */
public final class Circumstances {
    /** Spreads seeds that follow each other, so that their draws have nothing in common. */
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

    /**
     * A random source of this circumstance alone, so that adding a circumstance changes no other.
     */
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

    /** Returns whether the circumstance is in effect at the moment. */
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

    /** Ends all circumstances for good. */
    void end() {
        over = true;
    }

    boolean areOver() {
        return over;
    }

    void met(Circumstance one) {
        met.merge(one, 1, Integer::sum);
    }

    /** How often each drawn circumstance took effect. */
    public Map<Circumstance, Integer> met() {
        var all = new EnumMap<Circumstance, Integer>(Circumstance.class);
        drawn.forEach(one -> all.put(one, met.getOrDefault(one, 0)));
        return all;
    }
}
