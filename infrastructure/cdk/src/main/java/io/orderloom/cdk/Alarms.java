package io.orderloom.cdk;

import io.orderloom.topology.Alarm;
import io.orderloom.topology.Function;
import io.orderloom.topology.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** All alarms of the topology, one for each time series that an alarm watches. */
final class Alarms {

    /** An alarm that was made, with its subject. */
    record Made(
            Alarm alarm,
            Watched watched,
            software.amazon.awscdk.services.cloudwatch.Alarm construct) {

        private boolean isOf(Function function) {
            return alarm.signal() instanceof Signal.OfFunctions
                    && watched.subject().equals(function.label());
        }
    }

    private final List<Made> all = new ArrayList<>();

    private Alarms() {}

    static Alarms none() {
        return new Alarms();
    }

    static Alarms of(Construct scope, Stage stage, IKey key, Signals signals) {
        var alarms = new Alarms();
        var topic =
                Topic.Builder.create(scope, "alarms")
                        .topicName(stage.named("orderloom-alarms"))
                        .masterKey(key)
                        .enforceSsl(true)
                        .build();
        // A policy of its own replaces the default one, which lets the whole account publish.
        var stack = Stack.of(scope);
        topic.addToResourcePolicy(
                Statements.service(
                        "cloudwatch.amazonaws.com",
                        List.of("sns:Publish"),
                        topic.getTopicArn(),
                        Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", stack.getAccount()),
                                "ArnLike",
                                Map.of(
                                        "aws:SourceArn",
                                        "arn:%s:cloudwatch:%s:%s:alarm:%s"
                                                .formatted(
                                                        stack.getPartition(),
                                                        stack.getRegion(),
                                                        stack.getAccount(),
                                                        stage.named("orderloom-*"))))));
        stage.parameters()
                .alarmEmails()
                .forEach(address -> topic.addSubscription(new EmailSubscription(address)));
        var action = new SnsAction(topic);
        for (var alarm : Alarm.values()) {
            for (var watched : signals.of(alarm)) {
                var made = make(scope, stage, alarm, watched);
                made.addAlarmAction(action);
                made.addOkAction(action);
                alarms.all.add(new Made(alarm, watched, made));
            }
        }
        return alarms;
    }

    List<Made> all() {
        return List.copyOf(all);
    }

    /** The alarms that roll a deployment back. */
    List<software.amazon.awscdk.services.cloudwatch.Alarm> ofRollback() {
        return all.stream()
                .filter(made -> made.alarm().rule().rollback())
                .map(Made::construct)
                .toList();
    }

    /**
     * The alarms by the function that they watch. They may depend on that function's alias.
     *
     * @param deployed whether the alias depends on the alarms that roll a deployment back, which
     *     are then left out
     */
    Map<Function, List<software.amazon.awscdk.services.cloudwatch.Alarm>> ofFunctions(
            boolean deployed) {
        return Stream.of(Function.values())
                .collect(
                        Collectors.toMap(
                                function -> function,
                                function ->
                                        all.stream()
                                                .filter(made -> made.isOf(function))
                                                .filter(made ->
                                                        !deployed
                                                                || !made.alarm().rule().rollback())
                                                .map(Made::construct)
                                                .toList()));
    }

    private static software.amazon.awscdk.services.cloudwatch.Alarm make(
            Construct scope, Stage stage, Alarm alarm, Watched watched) {
        var parameters = stage.parameters();
        var rule = parameters.rule(alarm, watched.subject());
        var name =
                Stream.of(alarm.label(), watched.subject())
                        .filter(part -> !part.isEmpty())
                        .reduce((label, subject) -> label + "-" + subject)
                        .orElseThrow();
        return software.amazon.awscdk.services.cloudwatch.Alarm.Builder.create(
                        scope, name + "-alarm")
                .alarmName(stage.named("orderloom-" + name))
                .alarmDescription(
                        "%s: %s. What to do: %s/%s.md"
                                .formatted(
                                        stage.name(),
                                        alarm.meaning(),
                                        parameters.runbooks(),
                                        alarm.label()))
                .metric(watched.metric(rule))
                .comparisonOperator(comparison(rule.comparison()))
                .threshold(rule.threshold())
                .datapointsToAlarm(rule.breaching())
                .evaluationPeriods(rule.periods())
                .treatMissingData(absence(rule.absence()))
                .build();
    }

    private static ComparisonOperator comparison(Alarm.Comparison comparison) {
        return switch (comparison) {
            case ABOVE -> ComparisonOperator.GREATER_THAN_THRESHOLD;
            case BELOW -> ComparisonOperator.LESS_THAN_THRESHOLD;
        };
    }

    private static TreatMissingData absence(Alarm.Absence absence) {
        return switch (absence) {
            case GOOD -> TreatMissingData.NOT_BREACHING;
            case BAD -> TreatMissingData.BREACHING;
            case AS_BEFORE -> TreatMissingData.IGNORE;
        };
    }
}
