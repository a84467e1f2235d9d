package io.orderloom.simulation.lambda;

import io.orderloom.intake.HttpAnswer;
import io.orderloom.intake.HttpEvent;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.simulation.aws.SimulatedQueues;
import io.orderloom.simulation.effect.CrashPolicy;
import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.topology.EventSource;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Schedule;
import io.orderloom.topology.Topology;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;

/** All functions with their event sources. */
public final class SimulatedLambda {
    private final Scheduler scheduler;
    private final Processes processes;
    private final Map<Queue, BatchSource> sources = new EnumMap<>(Queue.class);

    /**
     * The behaviour of hosts and event sources; no function may rely on any of it.
     *
     * @param duplicates of thousand messages, how many are handed out twice at a time
     * @param undeleted called for each message that is done, whether it stays undeleted
     * @param clockError how far a host's clock may be off
     * @param handed transforms the events that functions receive
     */
    public record Hosting(
            int duplicates,
            BooleanSupplier undeleted,
            Duration clockError,
            BiFunction<SimulatedProcess, QueueEvent, QueueEvent> handed) {}

    /**
     * @param outside what a process can reach
     */
    public SimulatedLambda(
            Scheduler scheduler,
            SeededRandom chance,
            CrashPolicy fate,
            Trace trace,
            java.util.function.Function<Function, Config> config,
            SimulatedQueues queues,
            Hosting hosting,
            java.util.function.Function<SimulatedProcess, Outside> outside) {
        this.scheduler = scheduler;
        this.processes =
                new Processes(
                        scheduler, chance, fate, trace, config, outside, hosting.clockError());
        var whims = new DrawnWhims(chance, hosting);
        for (EventSource source : Topology.EVENT_SOURCES) {
            sources.put(
                    source.queue(),
                    new BatchSource(
                            source, queues.get(source.queue()), processes, scheduler, whims));
        }
        for (EventSource source : Topology.DEAD_LETTERS) {
            var letters = queues.deadLetters(source.queue());
            var feed = new BatchSource(source, letters, processes, scheduler, whims);
            queues.get(source.queue())
                    .whenGivenUp(() -> scheduler.after(Duration.ZERO, feed::look));
        }
    }

    /** Stops polling the queue for a while. */
    public void stopPolling(Queue queue, Duration time) {
        Objects.requireNonNull(sources.get(queue)).stop(time);
    }

    /** Called when there may be something to receive. */
    public void look(Queue queue) {
        // The look is scheduled and not made at once, since the thread that sent the message still
        // has the turn.
        scheduler.after(Duration.ZERO, () -> Objects.requireNonNull(sources.get(queue)).look());
    }

    /**
     * Calls intake as the HTTP API does.
     *
     * @param answered called with the answer, or with nothing if there was none
     */
    public void post(HttpEvent event, Consumer<Optional<HttpAnswer>> answered) {
        var answer = new Answer<HttpAnswer>();
        processes.invoke(
                Function.INTAKE,
                invoked ->
                        answer.given =
                                invoked.process().caught(() -> invoked.program().handle(event)),
                () -> answered.accept(answer.given));
    }

    /**
     * Calls a function as the scheduler rule does.
     *
     * @param over called with whether it succeeded
     */
    public void sweep(Schedule schedule, Consumer<Boolean> over) {
        var answer = new Answer<QueueAnswer>();
        var event = new QueueEvent(List.of(), null, schedule.label());
        processes.invoke(
                schedule.function(),
                invoked ->
                        answer.given =
                                invoked.process().caught(() -> invoked.program().handle(event)),
                () -> over.accept(answer.given.isPresent()));
    }

    /** Ends every process at once, as in an outage of the whole site. */
    public void endAll(String how) {
        processes.endAll(how);
    }

    /** Sends invocations to new processes from now on; running ones end normally. */
    public void replaceAll() {
        processes.replaceAll();
    }

    public boolean isIdle() {
        return processes.areIdle();
    }

    /** How often processes reached a boundary in total. */
    public long boundaries() {
        return processes.boundaries();
    }

    private static final class Answer<T> {
        private Optional<T> given = Optional.empty();
    }

    private record DrawnWhims(SeededRandom chance, Hosting hosting) implements BatchSource.Whims {
        private static final Duration USUAL_LATENCY = Duration.ofMillis(3);
        private static final Duration LONGEST_LATENCY = Duration.ofMillis(40);

        @Override
        public int batchSize(int most) {
            return chance.happens(500) ? most : chance.between(1, most);
        }

        @Override
        public Duration latency() {
            return chance.between(
                    Duration.ZERO, chance.happens(700) ? USUAL_LATENCY : LONGEST_LATENCY);
        }

        @Override
        public boolean handsOutTwice() {
            return chance.happens(hosting.duplicates());
        }

        @Override
        public boolean leavesUndeleted() {
            return hosting.undeleted().getAsBoolean();
        }

        @Override
        public QueueEvent handed(SimulatedProcess process, QueueEvent event) {
            return hosting.handed().apply(process, event);
        }
    }
}
