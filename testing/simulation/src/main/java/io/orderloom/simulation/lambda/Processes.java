package io.orderloom.simulation.lambda;

import io.orderloom.simulation.effect.CrashPolicy;
import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.topology.Function;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;

/** Runs invocations, each in a process of its own for as long as it takes. */
final class Processes {
    private final Scheduler scheduler;
    private final SeededRandom chance;
    private final CrashPolicy fate;
    private final Trace trace;
    private final java.util.function.Function<Function, Config> config;
    private final java.util.function.Function<SimulatedProcess, Outside> outside;
    private final Duration clockError;
    private final Map<Function, Deque<SimulatedProcess>> idle = new EnumMap<>(Function.class);
    private final Map<SimulatedProcess, Program> programs = new HashMap<>();
    private final List<SimulatedProcess> alive = new ArrayList<>();
    private final Set<SimulatedProcess> replaced = new HashSet<>();
    private int started;
    private int running;
    private long boundaries;

    Processes(
            Scheduler scheduler,
            SeededRandom chance,
            CrashPolicy fate,
            Trace trace,
            java.util.function.Function<Function, Config> config,
            java.util.function.Function<SimulatedProcess, Outside> outside,
            Duration clockError) {
        this.scheduler = scheduler;
        this.chance = chance;
        this.fate = fate;
        this.trace = trace;
        this.config = config;
        this.outside = outside;
        this.clockError = clockError;
        for (var function : Function.values()) {
            idle.put(function, new ArrayDeque<>());
        }
    }

    /** The objects that an invocation works with. */
    record Invoked(SimulatedProcess process, Program program) {}

    /**
     * Runs an invocation.
     *
     * @param over called exactly once, when the invocation or its process has ended
     */
    void invoke(Function function, Consumer<Invoked> body, Runnable over) {
        var process = Objects.requireNonNullElseGet(of(function).poll(), () -> start(function));
        running++;
        var invocation = new Invocation(process, over);
        process.begin(
                () -> {
                    body.accept(new Invoked(process, program(process)));
                    invocation.end();
                },
                invocation::end);
        scheduler.after(function.timeout(), invocation::timeOut);
    }

    private SimulatedProcess start(Function function) {
        var error = chance.between(Duration.ZERO, clockError.multipliedBy(2)).minus(clockError);
        var process =
                new SimulatedProcess(function, ++started, scheduler, chance, fate, trace, error);
        programs.put(process, new Program(process, config.apply(function), outside.apply(process)));
        alive.add(process);
        return process;
    }

    private Program program(SimulatedProcess process) {
        return Objects.requireNonNull(programs.get(process));
    }

    private Deque<SimulatedProcess> of(Function function) {
        return Objects.requireNonNull(idle.get(function));
    }

    /** Ends every process at once, as in an outage of the whole site. */
    void endAll(String how) {
        for (var process : List.copyOf(alive)) {
            process.die(how);
            buried(process);
        }
    }

    /**
     * Replaces the processes as a roll-out does: running invocations end normally, and their
     * processes get no further ones.
     */
    void replaceAll() {
        replaced.addAll(alive);
        idle.values().stream().flatMap(Deque::stream).toList().forEach(this::buried);
    }

    private void buried(SimulatedProcess process) {
        alive.remove(process);
        replaced.remove(process);
        of(process.function()).remove(process);
        if (programs.remove(process) != null) {
            boundaries += process.boundaries();
        }
    }

    boolean areIdle() {
        return running == 0;
    }

    /** How often processes reached a boundary in total. */
    long boundaries() {
        return boundaries + alive.stream().mapToLong(SimulatedProcess::boundaries).sum();
    }

    private final class Invocation {
        private final SimulatedProcess process;
        private final Runnable over;
        private boolean ended;

        Invocation(SimulatedProcess process, Runnable over) {
            this.process = process;
            this.over = over;
        }

        void timeOut() {
            if (!ended) {
                process.die("timed out after " + process.function().timeout());
            }
        }

        void end() {
            if (ended) {
                return;
            }
            ended = true;
            running--;
            if (process.alive() && !replaced.contains(process)) {
                of(process.function()).push(process);
            } else {
                buried(process);
            }
            over.run();
        }
    }
}
