package io.orderloom.simulation.account;

import io.orderloom.channel.Refunds;
import io.orderloom.compensation.RefundCompensationFunction;
import io.orderloom.connector.shopify.ShopifySource;
import io.orderloom.core.PostingProfile;
import io.orderloom.erp.ErpConnector;
import io.orderloom.erp.ExternalId;
import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.fanout.StatusFanoutFunction;
import io.orderloom.kit.order.DeadLetterStore;
import io.orderloom.kit.order.Deliveries;
import io.orderloom.kit.order.Delivery;
import io.orderloom.kit.order.ExceptionDesk;
import io.orderloom.kit.order.ExceptionRecord;
import io.orderloom.kit.order.ExceptionStore;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.kit.order.UntoldEvents;
import io.orderloom.kit.order.WorkSweep;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.kit.task.TaskExecutor;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.maintenance.MaintenanceFunction;
import io.orderloom.maintenance.sweep.DueSweep;
import io.orderloom.order.PersonalData;
import io.orderloom.posting.ErpPostFunction;
import io.orderloom.resend.SingleSends;
import io.orderloom.sample.Samples;
import io.orderloom.simulation.aws.QueueClient;
import io.orderloom.simulation.aws.QueueTrouble;
import io.orderloom.simulation.aws.SimulatedQueue.Received;
import io.orderloom.simulation.aws.SimulatedQueues;
import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.aws.TableClient;
import io.orderloom.simulation.aws.TableTrouble;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.lambda.FunctionExecutors;
import io.orderloom.simulation.lambda.OneErp;
import io.orderloom.simulation.lambda.Wiring;
import io.orderloom.source.Payload;
import io.orderloom.source.Source;
import io.orderloom.source.Statement;
import io.orderloom.subscriber.SubscriberConnector;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.health.SmallRyeHealthReporter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Runs the functions on one table and its queues, between an ERP and a shop that do what a test
 * sets. Time passes only when a test lets it pass.
 */
final class Shift {
    static final ExternalId DOCUMENT = ExternalId.salesOrder(Samples.ORDER);

    final ScriptedErp erp = new ScriptedErp();
    final ScriptedRefunds refunds = new ScriptedRefunds();
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private final InstantSource clock = () -> now;
    private final SimulatedTable table = new SimulatedTable();
    private final DynamoDbClient dynamo =
            new TableClient(table, Boundaries.STEADY, () -> TableTrouble.NONE);
    private final SimulatedQueues queues = new SimulatedQueues(clock, true);
    private final SqsClient sqs =
            new QueueClient(
                    queues,
                    Boundaries.STEADY,
                    () -> QueueTrouble.NONE,
                    () -> Duration.ZERO,
                    _ -> {});
    private final Map<Function, Wiring> functions = new EnumMap<>(Function.class);

    Shift() {
        this(Map.of());
    }

    /**
     * @param settings that differ from the defaults
     */
    Shift(Map<String, String> settings) {
        this(settings, Optional.empty(), List.of());
    }

    /**
     * @param connector the one ERPs are opened by, if it is not that of the one scripted ERP
     * @param more executors that erp-post has beside its own
     */
    Shift(
            Map<String, String> settings,
            Optional<ErpConnector> connector,
            List<Class<? extends TaskExecutor>> more) {
        for (var function : Function.values()) {
            functions.put(
                    function,
                    new Wiring(config(function, settings))
                            .put(InstantSource.class, clock)
                            .put(SqsClient.class, sqs)
                            .put(DynamoDbClient.class, dynamo)
                            .put(SmallRyeHealthReporter.class, new SmallRyeHealthReporter())
                            .choose(Source.class, List.of(new ShopifySource()))
                            .choose(Refunds.class, List.of(refunds))
                            .choose(
                                    ErpConnector.class,
                                    List.of(connector.orElseGet(() -> new OneErp(erp))))
                            .choose(SubscriberConnector.class, List.of())
                            .chooseMade(TaskExecutor.class, executors(function, more)));
        }
    }

    private static List<Class<? extends TaskExecutor>> executors(
            Function function, List<Class<? extends TaskExecutor>> more) {
        return Stream.concat(
                        FunctionExecutors.of(function).stream(),
                        more.stream().filter(_ -> function == Function.ERP_POST))
                .toList();
    }

    private static Config config(Function function, Map<String, String> settings) {
        var values = new HashMap<>(settings);
        for (var queue : Queue.values()) {
            values.put(queue.urlVariable(), SimulatedQueues.url(queue));
        }
        values.put("orderloom.function", function.name());
        values.putIfAbsent("orderloom.erp", ScriptedErp.NAME);
        values.put("aws.lambda.log-stream-name", function.label());
        values.put("orderloom.subscribers", "[]");
        values.putIfAbsent(
                "orderloom.channels",
                "{\"demo-shop\": {\"type\": \"shopify\", \"secrets\": [\"secret\"]}}");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.copyOf(values), "test", 100))
                .addDiscoveredConverters()
                .build();
    }

    private Wiring of(Function function) {
        return Optional.ofNullable(functions.get(function)).orElseThrow();
    }

    /** Ingests a fact. */
    void told(Fact fact) {
        told(fact, Samples.PROFILE);
    }

    void told(Fact fact, PostingProfile profile) {
        var delivery =
                InboundMessage.of(
                        fact.orderId().channelInstance(),
                        fact.provenance().key().toString(),
                        fact.provenance().correlationId(),
                        Payload.of(Map.of(), new byte[0], now),
                        Map.of());
        of(Function.NORMALIZE)
                .get(Deliveries.class)
                .ingest(
                        Delivery.of(
                                delivery, profile, Statement.of(List.of(fact), PersonalData.NONE)))
                .forEach(sends()::send);
    }

    private SingleSends sends() {
        return new SingleSends(sqs, SimulatedQueues::url);
    }

    /** Lets time pass, while the functions do the work that becomes due. */
    void passes(Duration time) {
        var end = now.plus(time);
        for (var next = next(); next.isPresent() && !next.get().isAfter(end); next = next()) {
            now = next.get().isAfter(now) ? next.get() : now;
            for (var queue : Queue.values()) {
                work(queue);
            }
        }
        now = end;
    }

    private Optional<Instant> next() {
        return List.of(Queue.values()).stream()
                .flatMap(queue -> queues.get(queue).nextVisible().stream())
                .min(Instant::compareTo);
    }

    private void work(Queue queue) {
        var batch = queues.get(queue).receive(10);
        if (batch.isEmpty()) {
            return;
        }
        var event = new QueueEvent(batch.stream().map(Shift::record).toList(), null, null);
        var failed = new HashSet<String>();
        answer(queue, event)
                .batchItemFailures()
                .forEach(failure -> failed.add(failure.itemIdentifier()));
        batch.stream()
                .filter(message -> !failed.contains(message.messageId()))
                .forEach(message -> queues.get(queue).delete(message.receipt()));
    }

    private QueueAnswer answer(Queue queue, QueueEvent event) {
        return switch (queue) {
            case INBOUND ->
                    throw new IllegalStateException("Shift.told ingests facts without this queue");
            case ERP -> of(Function.ERP_POST).get(ErpPostFunction.class).handle(event);
            case STATUS -> of(Function.STATUS_FANOUT).get(StatusFanoutFunction.class).handle(event);
            case COMPENSATION ->
                    of(Function.REFUND_COMPENSATION)
                            .get(RefundCompensationFunction.class)
                            .handle(event);
        };
    }

    private static QueueRecord record(Received message) {
        var attributes = new HashMap<String, String>();
        attributes.put("ApproximateReceiveCount", Integer.toString(message.receives()));
        message.sent().group().ifPresent(group -> attributes.put("MessageGroupId", group));
        return new QueueRecord(
                message.messageId(),
                message.receipt(),
                message.sent().body(),
                attributes,
                Map.of());
    }

    /** Runs the scheduled sweep. */
    void sweep() {
        var _ = of(Function.MAINTENANCE).get(WorkSweep.class).run(now.plusSeconds(5), _ -> false);
    }

    /** Runs the sweep that finds overdue tasks and sends them again. */
    DueSweep.Found sendAgain() {
        return of(Function.MAINTENANCE).get(DueSweep.class).run();
    }

    /** Gives maintenance an event, as its event sources and the clock do. */
    QueueAnswer maintained(QueueEvent event) {
        return of(Function.MAINTENANCE).get(MaintenanceFunction.class).handle(event);
    }

    /** The metrics of a function since the last call. */
    List<String> measures(Function function) {
        return of(function).get(Metrics.class).lines();
    }

    List<OrderException> open() {
        return kept().stream().map(kept -> kept.value().what()).toList();
    }

    List<ExceptionRecord> kept() {
        return new ExceptionStore(dynamo, Table.NAME).open();
    }

    /** Resolves the only open exception, as a person does once its cause is gone. */
    void resolve() {
        var kept = kept().getFirst();
        new ExceptionDesk(
                        new ExceptionStore(dynamo, Table.NAME),
                        new DeadLetterStore(dynamo, Table.NAME),
                        new UntoldEvents(dynamo, Table.NAME),
                        sends())
                .resolve(kept, new AuditEntry(now, "ada", "the cause is gone"));
    }

    /** The account's circuit breaker as the table has it. */
    String circuit(String system) {
        return table.partition("REF#%s#account".formatted(system)).stream()
                .findFirst()
                .flatMap(item -> Optional.ofNullable(item.get("circuit")))
                .flatMap(circuit -> Optional.ofNullable(circuit.m().get("state")))
                .map(state -> state.s())
                .orElse("unknown");
    }
}
