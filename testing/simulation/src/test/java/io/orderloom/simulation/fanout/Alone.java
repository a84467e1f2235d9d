package io.orderloom.simulation.fanout;

import io.orderloom.channel.Refunds;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.exception.AuditEntry;
import io.orderloom.fanout.StatusFanoutFunction;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.Backlog;
import io.orderloom.kit.order.DeadLetterStore;
import io.orderloom.kit.order.ExceptionDesk;
import io.orderloom.kit.order.ExceptionRecord;
import io.orderloom.kit.order.ExceptionStore;
import io.orderloom.kit.order.UntoldEvents;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.maintenance.sweep.OutageSweep;
import io.orderloom.resend.SingleSends;
import io.orderloom.simulation.aws.QueueClient;
import io.orderloom.simulation.aws.QueueTrouble;
import io.orderloom.simulation.aws.SimulatedQueue;
import io.orderloom.simulation.aws.SimulatedQueue.Received;
import io.orderloom.simulation.aws.SimulatedQueues;
import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.aws.TableClient;
import io.orderloom.simulation.aws.TableTrouble;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.lambda.Wiring;
import io.orderloom.source.Source;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.subscriber.SubscriberConnector;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.health.SmallRyeHealthReporter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One process of status-fanout that runs its own code, with its queue and table. */
final class Alone {
    final SimulatedQueue queue;
    private final QueueClient sqs;
    private final TableClient dynamo;
    private final Map<String, String> settings = new HashMap<>();
    private final Wiring wiring;

    Alone(InstantSource clock, SubscriberConnector port, List<Subscriber> list) {
        this(clock, List.of(port), list);
    }

    Alone(InstantSource clock, List<SubscriberConnector> kinds, List<Subscriber> list) {
        var queues = new SimulatedQueues(clock, true);
        queue = queues.get(Queue.STATUS);
        sqs =
                new QueueClient(
                        queues,
                        Boundaries.STEADY,
                        () -> QueueTrouble.NONE,
                        () -> Duration.ZERO,
                        _ -> {});
        dynamo = new TableClient(new SimulatedTable(), Boundaries.STEADY, () -> TableTrouble.NONE);
        for (var one : Queue.values()) {
            settings.put(one.urlVariable(), SimulatedQueues.url(one));
        }
        settings.put("orderloom.function", "STATUS_FANOUT");
        subscribers(list);
        wiring =
                new Wiring(
                                new SmallRyeConfigBuilder()
                                        .withSources(new Changeable(settings))
                                        .addDiscoveredConverters()
                                        .build())
                        .put(InstantSource.class, clock)
                        .put(SqsClient.class, sqs)
                        .put(DynamoDbClient.class, dynamo)
                        .choose(SubscriberConnector.class, kinds)
                        // The function is built with no source and no channel.
                        .choose(Source.class, List.of())
                        .choose(Refunds.class, List.of())
                        .put(SmallRyeHealthReporter.class, new SmallRyeHealthReporter());
    }

    /** Sets the subscribers from now on. */
    void subscribers(List<Subscriber> list) {
        settings.put("orderloom.subscribers", Json.text(list.stream().map(Alone::entry).toList()));
    }

    private static Map<String, Object> entry(Subscriber subscriber) {
        var entry = new HashMap<String, Object>(subscriber.settings());
        subscriber.text("url").ifPresent(url -> entry.put("url", url));
        entry.put("name", subscriber.name());
        entry.put("kind", subscriber.kind());
        entry.put("events", subscriber.events().label());
        entry.put("testOrders", subscriber.testOrders());
        return entry;
    }

    Wiring wiring() {
        return wiring;
    }

    void tell(LifecycleEvent event) {
        sends().send(new Message.PublishEvent(event));
    }

    /**
     * Invokes the function once with the messages that are visible, and deletes those that it
     * finished.
     */
    int turn() {
        return turn("");
    }

    /**
     * The same, with messages that bear a trace.
     *
     * @param trace X-Ray's header; none if empty
     */
    int turn(String trace) {
        var batch = queue.receive(10);
        var answer =
                wiring.get(StatusFanoutFunction.class)
                        .handle(
                                new QueueEvent(
                                        batch.stream()
                                                .map(message -> record(message, trace))
                                                .toList(),
                                        null,
                                        null));
        var failed =
                answer.batchItemFailures().stream()
                        .map(one -> one.itemIdentifier())
                        .collect(Collectors.toSet());
        batch.stream()
                .filter(message -> !failed.contains(message.messageId()))
                .forEach(message -> queue.delete(message.receipt()));
        return batch.size() - failed.size();
    }

    List<ExceptionRecord> open() {
        return desk().open();
    }

    /** Redrives all dead letters, as a person does. */
    void redrive(Instant now) {
        open().forEach(kept ->
                desk().redrive(kept, new AuditEntry(now, "ada", "it is well again")));
    }

    /** Runs the function's own sweep of outages. */
    void sweep(Instant now) {
        var sweep = wiring.get(OutageSweep.class);
        new ExceptionStore(dynamo, Table.NAME)
                .open()
                .forEach(kept -> sweep.settle(kept, now.plusSeconds(5)));
    }

    Backlog backlog(ExceptionRecord kept) {
        return desk().backlog(kept).orElseThrow();
    }

    ExceptionDesk desk() {
        return new ExceptionDesk(
                new ExceptionStore(dynamo, Table.NAME),
                new DeadLetterStore(dynamo, Table.NAME),
                new UntoldEvents(dynamo, Table.NAME),
                sends());
    }

    private SingleSends sends() {
        return new SingleSends(sqs, SimulatedQueues::url);
    }

    private static QueueRecord record(Received message, String trace) {
        var attributes = new HashMap<String, String>();
        attributes.put("ApproximateReceiveCount", Integer.toString(message.receives()));
        attributes.put("SentTimestamp", Long.toString(message.sentAt().toEpochMilli()));
        attributes.put("MessageGroupId", message.sent().group().orElseThrow());
        if (!trace.isEmpty()) {
            attributes.put("AWSTraceHeader", trace);
        }
        return new QueueRecord(
                message.messageId(),
                message.receipt(),
                message.sent().body(),
                attributes,
                Map.of());
    }
}
