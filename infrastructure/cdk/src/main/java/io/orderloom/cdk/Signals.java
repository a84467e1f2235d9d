package io.orderloom.cdk;

import io.orderloom.topology.Alarm;
import io.orderloom.topology.Dimension;
import io.orderloom.topology.Function;
import io.orderloom.topology.LogCheck;
import io.orderloom.topology.Metric;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Signal;
import io.orderloom.topology.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Maps a signal of the topology to CloudWatch's time series.
 *
 * @param names maps a queue, function, table or state machine of the topology to its name on AWS.
 *     In a template this is a reference, so that an alarm is made after what it watches
 */
record Signals(Stage stage, Door door, UnaryOperator<String> names) {

    /** The time series that an alarm watches, each by itself. */
    List<Watched> of(Alarm alarm) {
        return switch (alarm.signal()) {
            case Signal.Measured(var metric) -> of(metric);
            case Signal.OfQueues(var metric) ->
                    Stream.of(Queue.values())
                            .map(queue -> queue(queue.label(), queue.queueName(), metric))
                            .toList();
            case Signal.OfDeadLetterQueues(var metric) ->
                    Stream.of(Queue.values())
                            .map(queue -> queue(queue.label(), queue.deadLetterName(), metric))
                            .toList();
            case Signal.OfFunctions(var metric) ->
                    Stream.of(Function.values())
                            .map(function -> function(function, metric))
                            .toList();
            case Signal.OfApi(var metric) -> List.of(api(metric));
            case Signal.OfLogCheck(var metric) -> List.of(logCheck(metric));
            case Signal.OfTable(var metric) -> List.of(table(metric));
        };
    }

    List<Watched> of(Metric metric) {
        return metric.dimension()
                .map(dimension ->
                        values(dimension).stream()
                                .map(value -> ours(metric, value, Map.of(dimension.label(), value)))
                                .toList())
                .orElseGet(() -> List.of(ours(metric, "", Map.of())));
    }

    Watched api(String metric) {
        return door.counted(metric);
    }

    Watched queue(String subject, String name, String metric) {
        return new Watched(subject, "AWS/SQS", metric, Map.of("QueueName", names.apply(name)));
    }

    Watched function(Function function, String metric) {
        var name = names.apply(function.functionName());
        return new Watched(
                function.label(),
                "AWS/Lambda",
                metric,
                Map.of(
                        "FunctionName",
                        name,
                        "Resource",
                        "%s:%s".formatted(name, LambdaFunction.LIVE)));
    }

    private Watched logCheck(String metric) {
        return new Watched(
                "", "AWS/States", metric, Map.of("StateMachineArn", names.apply(LogCheck.NAME)));
    }

    private Watched table(String metric) {
        return new Watched(
                "", "AWS/DynamoDB", metric, Map.of("TableName", names.apply(Table.NAME)));
    }

    private Watched ours(Metric metric, String subject, Map<String, String> dimensions) {
        var all = new HashMap<>(dimensions);
        all.put(Dimension.STAGE, stage.name());
        return new Watched(subject, Metric.NAMESPACE, metric.label(), all);
    }

    private List<String> values(Dimension dimension) {
        return switch (dimension) {
            case CURRENCY -> stage.parameters().currencies();
            case CHANNEL -> stage.parameters().channelInstances();
            case SETTINGS ->
                    Stream.concat(
                                    dimension.known().stream(),
                                    stage.parameters().channelInstances().stream())
                            .distinct()
                            .toList();
            case WORKFLOW, SCHEDULE, SECRET, REFUSAL, EXCEPTION -> dimension.known();
        };
    }
}
