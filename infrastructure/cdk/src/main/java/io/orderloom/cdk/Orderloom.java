package io.orderloom.cdk;

import io.orderloom.topology.EventSource;
import io.orderloom.topology.Function;
import io.orderloom.topology.LogCheck;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Schedule;
import io.orderloom.topology.Secret;
import io.orderloom.topology.Table;
import io.orderloom.topology.Topology;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.EventSourceMappingOptions;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * All resources of one stage: functions, queues, table, door, secrets, alarms. Use it as a stack of
 * its own, or as a part of yours.
 *
 * <p>Names on AWS begin with the stage's name, so that several stages can share an account.
 */
public final class Orderloom extends Construct {
    private final Stage stage;
    private final Key key;
    private final ITable table;
    private final Map<Queue, OrderQueue> queues = new EnumMap<>(Queue.class);
    private final Map<Secret, ISecret> secrets;
    private final Map<Function, LambdaFunction> functions = new EnumMap<>(Function.class);
    private final Map<Function, Alias> aliases = new EnumMap<>(Function.class);

    private final StateMachine logCheck;
    private final Door door;

    /** Uses the packages that were built below the props' root. */
    public Orderloom(Construct scope, String id, OrderloomProps props) {
        this(scope, id, props.stage(), props.packages());
    }

    Orderloom(Construct scope, String id, Stage stage, Map<Function, FunctionPackage> packages) {
        super(scope, id);
        this.stage = stage;
        this.key = StageKey.of(this, stage);
        for (var queue : Queue.values()) {
            queues.put(queue, OrderQueue.of(this, stage, key, queue));
        }
        this.table = OrderTable.of(this, stage, key);
        this.secrets = StageSecrets.of(this, stage, key);
        packages.forEach((function, built) -> functions.put(function, add(function, built)));
        functions.forEach((function, lambda) -> aliases.put(function, lambda.alias(this)));
        Topology.EVENT_SOURCES.forEach(
                source -> feed(source, source.queue().label(), queue(source.queue()).main()));
        Topology.DEAD_LETTERS.forEach(source ->
                feed(source, source.queue().label() + "-dlq", queue(source.queue()).deadLetters()));
        sweep();
        if (stage.parameters().backup().on()) {
            Backups.of(this, stage, key, table);
        }
        this.logCheck = LogCheckMachine.of(this, stage, alias(LogCheck.FUNCTION));
        this.door = openDoor();
        watch(new Signals(stage, door, this::reference));
        Tagged.of(this, stage);
    }

    /** The address that webhooks are sent to: {@code <address>/webhooks/<channel instance>}. */
    public String doorUrl() {
        return door.url();
    }

    /** The one table, with everything that is known of orders. */
    public ITable table() {
        return table;
    }

    /** The queue of the topology. */
    public IQueue queueOf(Queue queue) {
        return queue(queue).main();
    }

    /** The queue's dead-letter queue. */
    public IQueue deadLettersOf(Queue queue) {
        return queue(queue).deadLetters();
    }

    /** A secret, empty until somebody puts values in (docs/operations.md, "Secrets"). */
    public ISecret secretOf(Secret secret) {
        return Objects.requireNonNull(secrets.get(secret));
    }

    private LambdaFunction add(Function function, FunctionPackage built) {
        var lambda = LambdaFunction.of(this, stage, key, function, built);
        function.sends().stream()
                .sorted()
                .forEach(queue -> {
                    lambda.role().maySend(queue(queue).main(), queue.personalData());
                    knows(lambda, queue);
                });
        Topology.EVENT_SOURCES.stream()
                .filter(source -> source.function() == function)
                .map(EventSource::queue)
                .forEach(queue -> {
                    lambda.role().mayConsume(queue(queue).main(), queue.personalData());
                    // To postpone a message, a function needs the URL of the queue that it came
                    // from.
                    knows(lambda, queue);
                });
        Topology.DEAD_LETTERS.stream()
                .filter(source -> source.function() == function)
                .map(EventSource::queue)
                .forEach(queue ->
                        lambda.role().mayDrain(queue(queue).deadLetters(), queue.personalData()));
        if (function.usesTable()) {
            lambda.role().mayUse(table, function.tableActions());
            lambda.set(Table.NAME_VARIABLE, table.getTableName());
        }
        lambda.role()
                .mayRead(
                        function.reads().stream()
                                .sorted()
                                .map(secret -> Objects.requireNonNull(secrets.get(secret)))
                                .toList());
        return lambda;
    }

    private void knows(LambdaFunction lambda, Queue queue) {
        lambda.set(queue.urlVariable(), queue(queue).main().getQueueUrl());
    }

    private void feed(EventSource source, String id, IQueue from) {
        alias(source.function())
                .addEventSourceMapping(
                        id,
                        EventSourceMappingOptions.builder()
                                .eventSourceArn(from.getQueueArn())
                                .batchSize(source.batchSize())
                                .maxConcurrency(stage.parameters().maximumConcurrency(source))
                                .reportBatchItemFailures(true)
                                .build());
    }

    private void sweep() {
        for (var schedule : Schedule.values()) {
            SweepSchedules.of(this, stage, schedule, alias(schedule.function()));
        }
        Stream.of(Schedule.values())
                .map(Schedule::function)
                .distinct()
                .forEach(function ->
                        SweepSchedules.withoutRetries(this, lambda(function), alias(function)));
    }

    private Door openDoor() {
        return switch (stage.parameters().door()) {
            case HTTP_API -> {
                var opened = WebhookApi.of(this, stage, key);
                aliases.forEach((function, alias) ->
                        function.route().ifPresent(route -> opened.open(route, function, alias)));
                yield new Door.Api(opened.api().getApiId(), opened.api().getApiEndpoint());
            }
            case FUNCTION_URL ->
                    new Door.Url(
                            lambda(Function.INTAKE).construct().getFunctionName(),
                            WebhookUrl.of(alias(Function.INTAKE)));
        };
    }

    private void watch(Signals signals) {
        var alarms =
                stage.parameters().watched() ? Alarms.of(this, stage, key, signals) : Alarms.none();
        if (stage.parameters().deployed()) {
            var deployments = new Deployments(this, stage, alarms.ofRollback());
            functions.forEach((function, lambda) -> deployments.of(lambda, alias(function)));
        }
        // The alias depends on the alarms that roll its deployment back; the others depend on it.
        alarms.ofFunctions(stage.parameters().deployed())
                .forEach((function, watching) ->
                        watching.forEach(alarm -> LambdaFunction.first(alias(function), alarm)));
        if (stage.parameters().watched()) {
            var board = Board.of(this, stage, signals, alarms);
            aliases.values().forEach(alias -> LambdaFunction.first(alias, board));
        }
    }

    /** The topology's name as a reference, so that resources that use it are made after it. */
    private String reference(String name) {
        return Stream.of(
                        queues.entrySet().stream()
                                .filter(queue -> queue.getKey().queueName().equals(name))
                                .map(queue -> queue.getValue().main().getQueueName()),
                        queues.entrySet().stream()
                                .filter(queue -> queue.getKey().deadLetterName().equals(name))
                                .map(queue -> queue.getValue().deadLetters().getQueueName()),
                        functions.entrySet().stream()
                                .filter(lambda -> lambda.getKey().functionName().equals(name))
                                .map(lambda -> lambda.getValue().construct().getFunctionName()),
                        Stream.of(table.getTableName()).filter(_ -> name.equals(Table.NAME)),
                        Stream.of(logCheck.getStateMachineArn())
                                .filter(_ -> name.equals(LogCheck.NAME)))
                .flatMap(found -> found)
                .findFirst()
                .orElseThrow();
    }

    private OrderQueue queue(Queue queue) {
        return Objects.requireNonNull(queues.get(queue));
    }

    private LambdaFunction lambda(Function function) {
        return Objects.requireNonNull(functions.get(function));
    }

    private Alias alias(Function function) {
        return Objects.requireNonNull(aliases.get(function));
    }
}
