package io.orderloom.governed;

import io.orderloom.channel.Refunds;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpConnector;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.governor.Urgency;
import io.orderloom.kit.governor.Governor;
import io.orderloom.kit.queue.Gate;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.simulation.lambda.OneErp;
import io.orderloom.simulation.lambda.Wiring;
import io.orderloom.source.WebhookSource;
import io.orderloom.topology.Queue;
import io.smallrye.health.SmallRyeHealthReporter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The objects that one process of a function has in memory, with a handler that calls the ERP once.
 */
final class FunctionInstance {
    private final Fleet fleet;
    private final Queue source;
    private final QueueConsumer consumer;
    private final Governor governor;
    private final Gate gate;

    /** The faults that handlers got as answers, without the messages that the gate held back. */
    final List<Fault> met = new CopyOnWriteArrayList<>();

    FunctionInstance(Fleet fleet, Queue source, Config config) {
        this.fleet = fleet;
        this.source = source;
        var parts =
                new Wiring(config)
                        .put(InstantSource.class, fleet.clock)
                        .put(SqsClient.class, fleet.sqs())
                        .put(DynamoDbClient.class, fleet.dynamo())
                        .put(SmallRyeHealthReporter.class, new SmallRyeHealthReporter())
                        .choose(WebhookSource.class, List.of())
                        .choose(Refunds.class, List.of())
                        .choose(ErpConnector.class, List.of(new OneErp(fleet.erp)));
        consumer = parts.get(QueueConsumer.class);
        governor = parts.get(Governor.class);
        gate =
                governor.gate(
                        source,
                        source == Queue.COMPENSATION ? Urgency.URGENT : Urgency.NORMAL,
                        _ -> true);
    }

    /** Receives a batch, handles it and deletes the finished messages, as the event source does. */
    int poll() {
        return handle(fleet.receive(source));
    }

    /**
     * @return how many messages were finished
     */
    int handle(List<Message> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        var records = batch.stream().map(FunctionInstance::record).toList();
        var answer =
                consumer.consume(source, new QueueEvent(records, null, null), gate, this::call);
        var failed =
                answer.batchItemFailures().stream()
                        .map(failure -> failure.itemIdentifier())
                        .collect(Collectors.toSet());
        var done = batch.stream().filter(m -> !failed.contains(m.messageId())).toList();
        done.forEach(message -> fleet.delete(source, message));
        return done.size();
    }

    private Handled call(QueueRecord record) {
        return switch (governor.erp(fleet.erp.name()).find(new ExternalId(record.body()))) {
            case Erp.Failed(var fault) -> {
                met.add(fault);
                yield new Handled.Postponed(Duration.ofSeconds(1), fault.detail());
            }
            case Erp.Booked _, Erp.Absent() -> new Handled.Done(List.of());
        };
    }

    /** A call of a zombie process: outside of any batch, or long after its lease has ended. */
    Erp.FindAnswer callWithoutPassing() {
        return governor.erp(fleet.erp.name()).find(new ExternalId("zombie"));
    }

    private static QueueRecord record(Message message) {
        return new QueueRecord(
                message.messageId(),
                message.receiptHandle(),
                message.body(),
                message.attributesAsStrings(),
                Map.of());
    }
}
