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
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.EventSourceMappingOptions;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** Everything of one stage. */
final class OrderloomStack extends Stack {
    private final Stage stage;
    private final Key key;
    private final ITable table;
    private final Map<Queue, OrderQueue> queues = new EnumMap<>(Queue.class);
    private final Map<Secret, ISecret> secrets;
    private final Map<Function, LambdaFunction> functions = new EnumMap<>(Function.class);
    private final Map<Function, Alias> aliases = new EnumMap<>(Function.class);

    OrderloomStack(Construct scope, Stage stage, Map<Function, FunctionPackage> packages) {
        super(
                scope,
                stage.named("orderloom"),
                StackProps.builder()
                        .description("Orderloom, stage " + stage.name())
                        .terminationProtection(stage.production())
                        .build());
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
        var api = openRoutes();
        watch(
                new Signals(
                        stage,
                        api.api().getApiId(),
                        LogCheckMachine.of(this, stage, alias(LogCheck.FUNCTION))));
        Tagged.of(this, stage);
        CfnOutput.Builder.create(this, "ApiUrl").value(api.api().getApiEndpoint()).build();
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
                    // A message is put off through the queue that it came from.
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
            Sweeps.of(this, stage, schedule, alias(schedule.function()));
        }
        Stream.of(Schedule.values())
                .map(Schedule::function)
                .distinct()
                .forEach(
                        function -> Sweeps.withoutRetries(this, lambda(function), alias(function)));
    }

    private WebhookApi openRoutes() {
        var api = WebhookApi.of(this, stage, key);
        aliases.forEach((function, alias) ->
                function.route().ifPresent(route -> api.open(route, function, alias)));
        return api;
    }

    private void watch(Signals signals) {
        var alarms = new Alarms(this, stage, key, signals);
        var deployments = new Deployments(this, stage, alarms.ofRollback());
        functions.forEach((function, lambda) -> deployments.of(lambda, alias(function)));
        Board.of(this, stage, signals, alarms);
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
