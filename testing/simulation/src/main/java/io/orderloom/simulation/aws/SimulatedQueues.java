package io.orderloom.simulation.aws;

import io.orderloom.topology.Queue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The topology's queues, each with its dead-letter queue. */
public final class SimulatedQueues {
    private static final String ADDRESS = "https://sqs.simulated/";

    private final Map<Queue, SimulatedQueue> queues = new EnumMap<>(Queue.class);
    private final InstantSource clock;

    /**
     * @param deduplicates whether FIFO queues drop repetitions
     */
    public SimulatedQueues(InstantSource clock, boolean deduplicates) {
        this(clock, deduplicates, Queue::visibilityTimeout);
    }

    /**
     * @param visibility how long other receivers can't see what was received
     */
    public SimulatedQueues(
            InstantSource clock, boolean deduplicates, Function<Queue, Duration> visibility) {
        this.clock = clock;
        for (var queue : Queue.values()) {
            var deadLetters =
                    new SimulatedQueue(
                            settings(queue, queue.deadLetterName(), deduplicates, visibility),
                            clock,
                            Optional.empty());
            queues.put(
                    queue,
                    new SimulatedQueue(
                            settings(queue, queue.queueName(), deduplicates, visibility),
                            clock,
                            Optional.of(deadLetters)));
        }
    }

    private static SimulatedQueue.Settings settings(
            Queue queue, String name, boolean deduplicates, Function<Queue, Duration> visibility) {
        return new SimulatedQueue.Settings(
                name,
                queue.fifo(),
                visibility.apply(queue),
                queue.maxReceiveCount(),
                queue.fifo() && deduplicates);
    }

    public static String url(Queue queue) {
        return ADDRESS + queue.queueName();
    }

    static String deadLetterUrl(Queue queue) {
        return ADDRESS + queue.deadLetterName();
    }

    InstantSource clock() {
        return clock;
    }

    public SimulatedQueue get(Queue queue) {
        return Objects.requireNonNull(queues.get(queue));
    }

    public SimulatedQueue deadLetters(Queue queue) {
        return get(queue).deadLetters().orElseThrow();
    }

    /**
     * @throws IllegalArgumentException if there is no such queue
     */
    Queue at(String url) {
        for (var queue : Queue.values()) {
            if (url(queue).equals(url) || deadLetterUrl(queue).equals(url)) {
                return queue;
            }
        }
        throw new IllegalArgumentException("there is no queue " + url);
    }

    /** Returns the queue of this URL or its dead-letter queue. */
    SimulatedQueue get(String url) {
        var queue = at(url);
        return url(queue).equals(url) ? get(queue) : deadLetters(queue);
    }

    /** Returns whether no message and no dead letter is left. */
    public boolean areEmpty() {
        for (var queue : queues.values()) {
            if (!queue.isEmpty() || !queue.deadLetters().orElseThrow().isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
