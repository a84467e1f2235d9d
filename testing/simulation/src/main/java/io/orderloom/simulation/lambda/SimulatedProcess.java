package io.orderloom.simulation.lambda;

import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.effect.Boundary;
import io.orderloom.simulation.effect.CrashPolicy;
import io.orderloom.simulation.effect.Side;
import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.simulation.schedule.SimulatedThread;
import io.orderloom.simulation.schedule.StrandEnded;
import io.orderloom.topology.Function;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One process of a function: it works on one invocation at a time, with a clock that is slightly
 * off, until it dies. Work that it has not finished by then is never finished.
 */
public final class SimulatedProcess implements Boundaries {
    private final Function function;
    private final int number;
    private final Scheduler scheduler;
    private final SeededRandom chance;
    private final CrashPolicy fate;
    private final Trace trace;
    private final Duration clockError;
    private final List<SimulatedThread> strands = new ArrayList<>();
    private final String name;
    private Runnable whenDead = () -> {};
    private boolean alive = true;
    private long boundaries;

    SimulatedProcess(
            Function function,
            int number,
            Scheduler scheduler,
            SeededRandom chance,
            CrashPolicy fate,
            Trace trace,
            Duration clockError) {
        this.function = function;
        this.number = number;
        this.scheduler = scheduler;
        this.chance = chance;
        this.fate = fate;
        this.trace = trace;
        this.clockError = clockError;
        this.name = function.label() + "-" + number;
    }

    public Function function() {
        return function;
    }

    public boolean alive() {
        return alive;
    }

    /** How often the process reached a boundary. */
    long boundaries() {
        return boundaries;
    }

    public InstantSource clock() {
        return () -> scheduler.instant().plus(clockError);
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    /**
     * Begins an invocation.
     *
     * @param died called if the process dies before the next invocation begins
     */
    void begin(Runnable body, Runnable died) {
        strands.clear();
        whenDead = died;
        start(body);
    }

    /** Runs code in parallel to the rest of the invocation. */
    void start(Runnable body) {
        strands.add(scheduler.start(name, body));
    }

    @Override
    public <T> T cross(Boundary boundary, Supplier<String> about, Supplier<T> effect) {
        pass(boundary, Side.BEFORE, about);
        var result = effect.get();
        pass(boundary, Side.AFTER, about);
        return result;
    }

    private void pass(Boundary boundary, Side side, Supplier<String> about) {
        boundaries++;
        var verdict = fate.at(boundary, side);
        scheduler.pause(verdict.stall());
        chance.decided(
                (number * 31L + boundary.name().hashCode()) * 4
                        + (side == Side.BEFORE ? 0 : 2)
                        + (verdict.dies() ? 1 : 0));
        trace.note(
                toString(),
                () ->
                        "%s %s %s%s"
                                .formatted(
                                        side == Side.BEFORE ? "  >" : "<  ",
                                        boundary,
                                        about.get(),
                                        verdict.dies() ? "  DIES HERE" : ""));
        if (verdict.dies()) {
            die("died %s %s".formatted(side, boundary));
            throw new StrandEnded("its process died");
        }
    }

    /** Returns the result of the code, or nothing if it threw, as Lambda reports it. */
    <T> Optional<T> caught(Supplier<T> code) {
        try {
            return Optional.of(code.get());
        } catch (RuntimeException thrown) {
            trace.note(name, () -> "threw " + thrown);
            return Optional.empty();
        }
    }

    @Override
    public void pause(Duration time) {
        scheduler.pause(time);
    }

    /** Ends the process as kill -9 does: no handler runs, and nothing that was begun goes on. */
    public void die(String how) {
        if (alive) {
            alive = false;
            trace.note(toString(), () -> how);
            strands.forEach(strand -> strand.end(how));
            scheduler.after(Duration.ZERO, whenDead);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
