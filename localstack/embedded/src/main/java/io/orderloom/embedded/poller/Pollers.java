package io.orderloom.embedded.poller;

import io.orderloom.embedded.emulator.EmulatedQueues;
import io.orderloom.embedded.lambda.LambdaHost;
import io.orderloom.topology.EventSource;
import io.orderloom.topology.Function;
import io.orderloom.topology.Topology;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;

/** All event sources of the topology, including those of dead letters. */
public final class Pollers {
    private final java.util.function.Function<String, SqsClient> sqs;
    private final LambdaHost functions;
    private final Polling polling;
    private final Map<Function, SqsPoller> ofQueues = new EnumMap<>(Function.class);
    private final List<SqsPoller> ofDeadLetters = new ArrayList<>();

    /**
     * Starts the event sources of the functions that run.
     *
     * @param sqs makes the client for the poller of a label
     */
    public Pollers(
            java.util.function.Function<String, SqsClient> sqs,
            EmulatedQueues queues,
            LambdaHost functions,
            Polling polling) {
        this.sqs = sqs;
        this.functions = functions;
        this.polling = polling;
        for (var source : running(Topology.EVENT_SOURCES)) {
            var queue = source.queue();
            ofQueues.put(
                    source.function(),
                    poll(source, queue.label(), queue.queueName(), queues.url(queue)));
        }
        for (var source : running(Topology.DEAD_LETTERS)) {
            var queue = source.queue();
            ofDeadLetters.add(
                    poll(
                            source,
                            queue.label() + "-dlq",
                            queue.deadLetterName(),
                            queues.deadLetterUrl(queue)));
        }
    }

    private List<EventSource> running(List<EventSource> sources) {
        return sources.stream()
                .filter(source -> functions.functions().contains(source.function()))
                .toList();
    }

    private SqsPoller poll(EventSource source, String label, String queueName, String url) {
        var poller =
                new SqsPoller(
                        source,
                        queueName,
                        new Inbox(sqs.apply(label), url),
                        functions,
                        polling.concurrency(),
                        polling.retryDelay(),
                        polling.progress());
        poller.start();
        return poller;
    }

    /**
     * @throws IllegalArgumentException if no queue feeds the function
     */
    public SqsPoller of(Function function) {
        var poller = ofQueues.get(function);
        if (poller == null) {
            throw new IllegalArgumentException(function.label() + " is fed from no queue");
        }
        return poller;
    }

    public void nameDeadLetters(boolean whether) {
        ofDeadLetters.forEach(poller -> poller.enable(whether));
    }

    /** Calls {@link SqsPoller#stop} on all pollers. */
    public void stop() throws InterruptedException {
        for (var poller : all()) {
            poller.stop();
        }
    }

    /** Calls {@link SqsPoller#finish} on all pollers. */
    public void finish() throws InterruptedException {
        for (var poller : all()) {
            poller.finish();
        }
    }

    private List<SqsPoller> all() {
        return Stream.concat(ofQueues.values().stream(), ofDeadLetters.stream()).toList();
    }
}
