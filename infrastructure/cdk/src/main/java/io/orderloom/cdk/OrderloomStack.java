package io.orderloom.cdk;

import io.orderloom.topology.EventSource;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Topology;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** Everything of one stage. */
final class OrderloomStack extends Stack {
    private final Stage stage;
    private final Map<Queue, IQueue> queues = new EnumMap<>(Queue.class);
    private final Map<Function, LambdaFunction> functions = new EnumMap<>(Function.class);

    OrderloomStack(Construct scope, Stage stage, Map<Function, FunctionPackage> packages) {
        super(scope, stage.named("orderloom"), StackProps.builder().build());
        this.stage = stage;
        for (var queue : Queue.values()) {
            queues.put(queue, OrderQueue.of(this, stage, queue));
        }
        var table = OrderTable.of(this, stage);
        packages.forEach((function, built) -> functions.put(function, add(function, built, table)));
        Topology.EVENT_SOURCES.forEach(this::feed);
        openRoutes();
    }

    private LambdaFunction add(Function function, FunctionPackage built, TableV2 table) {
        var lambda = LambdaFunction.of(this, stage, function, built);
        function.sends().forEach(queue -> lambda.maySend(queue, queue(queue)));
        if (function.usesTable()) {
            lambda.mayUse(table);
        }
        return lambda;
    }

    private void feed(EventSource source) {
        var queue = queue(source.queue());
        var consumer = Objects.requireNonNull(functions.get(source.function()));
        // A message is put off through the queue that it came from.
        consumer.knows(source.queue(), queue);
        consumer.construct()
                .addEventSource(
                        SqsEventSource.Builder.create(queue)
                                .batchSize(source.batchSize())
                                .maxConcurrency(source.maximumConcurrency())
                                .reportBatchItemFailures(true)
                                .build());
    }

    private IQueue queue(Queue queue) {
        return Objects.requireNonNull(queues.get(queue));
    }

    private void openRoutes() {
        var api = HttpApi.Builder.create(this, "Api").apiName(stage.named("orderloom")).build();
        functions.forEach((function, lambda) ->
                function.route()
                        .map(route -> route(route, function, lambda))
                        .ifPresent(api::addRoutes));
        CfnOutput.Builder.create(this, "ApiUrl").value(api.getApiEndpoint()).build();
    }

    private static AddRoutesOptions route(String route, Function function, LambdaFunction lambda) {
        var methodAndPath = route.split(" ", 2);
        return AddRoutesOptions.builder()
                .methods(List.of(HttpMethod.valueOf(methodAndPath[0])))
                .path(methodAndPath[1])
                .integration(new HttpLambdaIntegration(function.label(), lambda.construct()))
                .build();
    }
}
