package io.orderloom.simulation.lambda;

import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.simulation.aws.SimulatedQueue;
import io.orderloom.simulation.aws.SimulatedQueue.Received;
import io.orderloom.simulation.effect.Boundary;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.topology.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lambda's SQS event source: it hands batches to the function, not more at a time than is allowed,
 * and deletes the messages that the function has finished.
 */
final class BatchSource {
    private final EventSource source;
    private final SimulatedQueue queue;
    private final Processes processes;
    private final Scheduler scheduler;
    private final Whims whims;
    private int running;
    private Optional<Instant> looksAt = Optional.empty();
    private Instant polledFrom = Instant.MIN;

    /** The behaviour of an event source that no function may rely on. */
    interface Whims {
        /** The most messages of the next batch. */
        int batchSize(int most);

        /** How long it takes to poll the queue. */
        Duration latency();

        /** Returns whether a message is also handed to another process. */
        boolean handsOutTwice();

        /** Returns whether a message that is done is not deleted after all. */
        boolean leavesUndeleted();

        /** Transforms the event that a process receives. */
        QueueEvent handed(SimulatedProcess process, QueueEvent event);
    }

    BatchSource(
            EventSource source,
            SimulatedQueue queue,
            Processes processes,
            Scheduler scheduler,
            Whims whims) {
        this.source = source;
        this.queue = queue;
        this.processes = processes;
        this.scheduler = scheduler;
        this.whims = whims;
    }

    /** Stops polling the queue for a while. */
    void stop(Duration time) {
        polledFrom = scheduler.instant().plus(time);
        scheduler.after(time, this::look);
    }

    /** Called whenever there may be something to do. */
    void look() {
        if (running >= source.maximumConcurrency()) {
            return;
        }
        queue.nextVisible().ifPresent(this::lookAt);
    }

    private void lookAt(Instant visible) {
        var now = scheduler.instant();
        var at = (visible.isAfter(now) ? visible : now).plus(whims.latency());
        if (looksAt.filter(earlier -> !earlier.isAfter(at)).isPresent()) {
            return;
        }
        looksAt = Optional.of(at);
        scheduler.after(
                Duration.between(now, at),
                () -> {
                    if (looksAt.filter(at::equals).isPresent()) {
                        looksAt = Optional.empty();
                        take();
                    }
                });
    }

    private void take() {
        if (running >= source.maximumConcurrency() || scheduler.instant().isBefore(polledFrom)) {
            return;
        }
        var batch = queue.receive(whims.batchSize(source.batchSize()));
        if (!batch.isEmpty()) {
            running++;
            batch.stream().filter(_ -> whims.handsOutTwice()).forEach(queue::duplicate);
            processes.invoke(source.function(), invoked -> run(invoked, batch), this::ended);
        }
        look();
    }

    private void ended() {
        running--;
        look();
    }

    private void run(Processes.Invoked invoked, List<Received> batch) {
        Supplier<String> about = () -> queue.settings().name() + " " + ids(batch);
        invoked.process().cross(Boundary.RECEIVE, about, () -> batch);
        var answer =
                invoked.process()
                        .caught(() ->
                                invoked.program()
                                        .handle(whims.handed(invoked.process(), event(batch))));
        answer.ifPresent(given ->
                invoked.process()
                        .cross(
                                Boundary.ACKNOWLEDGE,
                                () -> queue.settings().name() + " " + ids(done(batch, given)),
                                () -> delete(done(batch, given))));
    }

    private boolean delete(List<Received> done) {
        done.stream()
                .filter(_ -> !whims.leavesUndeleted())
                .forEach(message -> queue.delete(message.receipt()));
        look();
        return true;
    }

    private static List<Received> done(List<Received> batch, QueueAnswer answer) {
        var failed = new HashSet<String>();
        answer.batchItemFailures().forEach(failure -> failed.add(failure.itemIdentifier()));
        return batch.stream().filter(message -> !failed.contains(message.messageId())).toList();
    }

    private QueueEvent event(List<Received> batch) {
        return new QueueEvent(batch.stream().map(this::entry).toList(), null, null);
    }

    private QueueRecord entry(Received message) {
        var attributes = new HashMap<String, String>();
        attributes.put("ApproximateReceiveCount", Integer.toString(message.receives()));
        attributes.put("SentTimestamp", Long.toString(message.sentAt().toEpochMilli()));
        var sent = message.sent();
        sent.group().ifPresent(group -> attributes.put("MessageGroupId", group));
        var carried = new HashMap<String, QueueEvent.Attribute>();
        sent.attributes()
                .forEach((name, text) -> carried.put(name, new QueueEvent.Attribute(text)));
        return new QueueRecord(
                message.messageId(),
                message.receipt(),
                sent.body(),
                attributes,
                carried,
                "arn:aws:sqs:simulated:000000000000:" + queue.settings().name());
    }

    private static List<String> ids(List<Received> batch) {
        return batch.stream().map(Received::messageId).toList();
    }
}
