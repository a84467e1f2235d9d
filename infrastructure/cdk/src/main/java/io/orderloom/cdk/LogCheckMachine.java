package io.orderloom.cdk;

import io.orderloom.topology.LogCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * The nightly check of all logs: a state machine calls the function page by page, and itself puts
 * the heads of each page into a bucket to which the function has no permission.
 */
final class LogCheckMachine {
    private static final String LOOK = "Look";
    private static final String KEEP = "Keep";
    private static final String MORE = "More";
    private static final String DONE = "Done";

    private static final List<Map<String, Object>> RETRY =
            List.of(
                    sorted(
                            "ErrorEquals", List.of("States.ALL"),
                            "IntervalSeconds", 30,
                            "BackoffRate", 2,
                            "MaxAttempts", 4));

    private LogCheckMachine() {}

    static StateMachine of(Construct scope, Stage stage, Alias alias) {
        var stack = Stack.of(scope);
        var role =
                Role.Builder.create(scope, "log-check-role")
                        .description(
                                "What the look through all logs may do: call a function, keep heads")
                        .assumedBy(Statements.servant(stack, "states.amazonaws.com"))
                        .build();
        role.addToPolicy(
                Statements.allow(List.of("lambda:InvokeFunction"), alias.getFunctionArn()));
        var anchors =
                Optional.of(stage)
                        .filter(one -> one.parameters().anchors().on())
                        .map(one -> AnchorBucket.of(scope, one, role));
        var machine =
                StateMachine.Builder.create(scope, "log-check")
                        .stateMachineName(stage.named(LogCheck.NAME))
                        .comment("Looks through the logs of all orders, and keeps their heads")
                        .definitionBody(
                                DefinitionBody.fromString(definition(stack, alias, anchors)))
                        .role(role.withoutPolicyUpdates())
                        .removalPolicy(stage.removal())
                        .build();
        Statements.first(role, machine);
        Suppressions.of(machine, "AwsSolutions-SF1", "the function logs what it saw of each page");
        Suppressions.of(machine, "AwsSolutions-SF2", "the function traces each call");
        nightly(scope, stage, machine);
        return machine;
    }

    /** The definition in Amazon States Language, with its keys always in the same order. */
    private static String definition(Stack stack, Alias alias, Optional<Bucket> anchors) {
        var states = new TreeMap<String, Object>();
        states.put(LOOK, look(alias, anchors.isPresent() ? KEEP : MORE));
        anchors.ifPresent(bucket -> states.put(KEEP, keep(bucket)));
        states.put(
                MORE,
                sorted(
                        "Type",
                        "Choice",
                        "Choices",
                        List.of(sorted("Variable", "$.logs.next", "IsPresent", true, "Next", LOOK)),
                        "Default",
                        DONE));
        states.put(DONE, sorted("Type", "Succeed"));
        return stack.toJsonString(sorted("StartAt", LOOK, "States", states));
    }

    private static Map<String, Object> look(Alias alias, String next) {
        return sorted(
                "Type",
                "Task",
                "Resource",
                "arn:aws:states:::lambda:invoke",
                "Parameters",
                sorted(
                        "FunctionName", alias.getFunctionArn(),
                        "Payload", sorted("logs.$", "$.logs.next")),
                "ResultSelector",
                sorted("logs.$", "$.Payload.logs"),
                "Retry",
                RETRY,
                "Next",
                next);
    }

    /** The object's name holds the start of the check and the number of the page. */
    private static Map<String, Object> keep(Bucket bucket) {
        return sorted(
                "Type",
                "Task",
                "Resource",
                "arn:aws:states:::aws-sdk:s3:putObject",
                "Parameters",
                sorted(
                        "Bucket",
                        bucket.getBucketName(),
                        "Key.$",
                        "States.Format('{}/{}%s', $$.Execution.StartTime, $.logs.page)"
                                .formatted(LogCheck.ENDING),
                        "Body.$",
                        "$.logs.heads",
                        "ChecksumAlgorithm",
                        "SHA256"),
                "ResultPath",
                "$.kept",
                "Retry",
                RETRY,
                "Next",
                MORE);
    }

    /**
     * @param namesAndValues a name, its value, the next name and so on
     */
    private static Map<String, Object> sorted(Object... namesAndValues) {
        var sorted = new TreeMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sorted.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return sorted;
    }

    private static void nightly(Construct scope, Stage stage, StateMachine machine) {
        var role =
                Role.Builder.create(scope, "log-check-schedule-role")
                        .description("What the scheduler may do: begin the look through all logs")
                        .assumedBy(Statements.servant(Stack.of(scope), "scheduler.amazonaws.com"))
                        .build();
        role.addToPolicy(
                Statements.allow(List.of("states:StartExecution"), machine.getStateMachineArn()));
        var schedule =
                CfnSchedule.Builder.create(scope, "log-check-nightly")
                        .name(stage.named(LogCheck.NAME))
                        .description("Nightly: look through all logs")
                        .scheduleExpression(LogCheck.WHEN)
                        .flexibleTimeWindow(
                                CfnSchedule.FlexibleTimeWindowProperty.builder()
                                        .mode("OFF")
                                        .build())
                        .target(
                                CfnSchedule.TargetProperty.builder()
                                        .arn(machine.getStateMachineArn())
                                        .roleArn(role.getRoleArn())
                                        .input(LogCheck.INPUT)
                                        .build())
                        .build();
        Statements.first(role, schedule);
    }
}
