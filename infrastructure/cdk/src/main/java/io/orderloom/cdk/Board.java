package io.orderloom.cdk;

import io.orderloom.topology.Alarm;
import io.orderloom.topology.Function;
import io.orderloom.topology.Metric;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.HorizontalAnnotation;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.constructs.Construct;

/**
 * The dashboard of a stage: the state of all alarms, a graph of each metric that the functions
 * write, with its alarm's threshold, and AWS's own metrics of queues, functions and the door.
 */
final class Board {
    private static final int WHOLE = 24;
    private static final int THIRD = 8;
    private static final int HEIGHT = 6;
    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final Stage stage;
    private final Signals signals;
    private final Alarms alarms;

    private Board(Stage stage, Signals signals, Alarms alarms) {
        this.stage = stage;
        this.signals = signals;
        this.alarms = alarms;
    }

    static Dashboard of(Construct scope, Stage stage, Signals signals, Alarms alarms) {
        var board = new Board(stage, signals, alarms);
        return Dashboard.Builder.create(scope, "Dashboard")
                .dashboardName(stage.named("orderloom"))
                .widgets(
                        List.of(
                                List.of(board.heading()),
                                List.of(board.states()),
                                board.measured(),
                                board.counted()))
                .build();
    }

    private IWidget heading() {
        return TextWidget.Builder.create()
                .width(WHOLE)
                .height(2)
                .markdown(
                        "# Orderloom · %s%nWhat to do on an alarm: %s. Money is in minor units."
                                .formatted(stage.name(), stage.parameters().runbooks()))
                .build();
    }

    private IWidget states() {
        return AlarmStatusWidget.Builder.create()
                .title("Alarms")
                .width(WHOLE)
                .height(HEIGHT)
                .alarms(alarms.all().stream().map(Alarms.Made::construct).toList())
                .build();
    }

    /**
     * Leaves out metrics for which the deployment names no dimension value, because CloudWatch
     * refuses a graph without a metric.
     */
    private List<IWidget> measured() {
        return Stream.of(Metric.values())
                .filter(metric -> !signals.of(metric).isEmpty())
                .map(this::graph)
                .toList();
    }

    private IWidget graph(Metric metric) {
        var alarm = alarmOn(metric);
        var statistic = alarm.map(found -> found.rule().statistic()).orElse("Maximum");
        var lines =
                alarms.all().stream()
                        .filter(made -> alarm.filter(found -> found == made.alarm()).isPresent())
                        .map(made ->
                                stage.parameters()
                                        .rule(made.alarm(), made.watched().subject())
                                        .threshold())
                        .distinct()
                        .map(threshold -> HorizontalAnnotation.builder().value(threshold).build())
                        .toList();
        return graph(metric.label(), statistic, signals.of(metric), lines);
    }

    private static Optional<Alarm> alarmOn(Metric metric) {
        return Stream.of(Alarm.values())
                .filter(alarm -> alarm.signal().equals(new Signal.Measured(metric)))
                .findFirst();
    }

    private List<IWidget> counted() {
        var widgets = new ArrayList<IWidget>();
        widgets.add(queues("Backlog", "ApproximateNumberOfMessagesVisible", false));
        widgets.add(queues("Age of the oldest message", "ApproximateAgeOfOldestMessage", false));
        widgets.add(queues("Dead letters", "ApproximateNumberOfMessagesVisible", true));
        widgets.add(functions("Errors", "Sum"));
        widgets.add(functions("Duration", "p99"));
        widgets.add(functions("ConcurrentExecutions", "Maximum"));
        widgets.add(
                graph(
                        "Webhooks",
                        "Sum",
                        Stream.of("Count", "4xx", "5xx").map(signals::api).toList(),
                        List.of()));
        return widgets;
    }

    private IWidget queues(String title, String metric, boolean deadLetters) {
        var watched =
                Stream.of(Queue.values())
                        .map(queue ->
                                signals.queue(
                                        queue.label(),
                                        deadLetters ? queue.deadLetterName() : queue.queueName(),
                                        metric))
                        .toList();
        return graph(title, "Maximum", watched, List.of());
    }

    private IWidget functions(String metric, String statistic) {
        var watched =
                Stream.of(Function.values())
                        .map(function -> signals.function(function, metric))
                        .toList();
        return graph(metric + " of functions", statistic, watched, List.of());
    }

    private static IWidget graph(
            String title,
            String statistic,
            List<Watched> watched,
            List<HorizontalAnnotation> lines) {
        return GraphWidget.Builder.create()
                .title("%s (%s)".formatted(title, statistic))
                .width(THIRD)
                .height(HEIGHT)
                .left(watched.stream().map(one -> one.metric(statistic, PERIOD)).toList())
                .leftAnnotations(lines)
                .build();
    }
}
