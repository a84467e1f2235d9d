package io.orderloom.cdk;

import io.orderloom.topology.Schedule;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.EventInvokeConfig;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/** The sweeps that EventBridge starts. A sweep is not retried: the next one does its work. */
final class SweepSchedules {
    private SweepSchedules() {}

    static void of(Construct scope, Stage stage, Schedule schedule, Alias alias) {
        var role =
                Role.Builder.create(scope, schedule.label() + "-sweep-role")
                        .description("What the scheduler may do: call " + schedule.function())
                        .assumedBy(Statements.servant(Stack.of(scope), "scheduler.amazonaws.com"))
                        .build();
        role.addToPolicy(
                Statements.allow(List.of("lambda:InvokeFunction"), alias.getFunctionArn()));
        var made =
                CfnSchedule.Builder.create(scope, schedule.label() + "-sweep")
                        .name(stage.named(schedule.scheduleName()))
                        .description("Sweep: " + schedule.label())
                        .scheduleExpression(
                                "rate(%d minutes)".formatted(schedule.every().toMinutes()))
                        .flexibleTimeWindow(
                                CfnSchedule.FlexibleTimeWindowProperty.builder()
                                        .mode("OFF")
                                        .build())
                        .target(
                                CfnSchedule.TargetProperty.builder()
                                        .arn(alias.getFunctionArn())
                                        .roleArn(role.getRoleArn())
                                        .input(schedule.event())
                                        .retryPolicy(
                                                CfnSchedule.RetryPolicyProperty.builder()
                                                        .maximumRetryAttempts(0)
                                                        .build())
                                        .build())
                        .build();
        Statements.first(role, made);
    }

    /** Call it once for each function that has sweeps. */
    static void withoutRetries(Construct scope, LambdaFunction lambda, Alias alias) {
        var unretried =
                EventInvokeConfig.Builder.create(scope, lambda.function().label() + "-async")
                        .function(lambda.construct())
                        .qualifier(alias.getAliasName())
                        .retryAttempts(0)
                        .maxEventAge(Duration.minutes(5))
                        .build();
        // The qualifier is the alias's bare name, which by itself makes no dependency on the alias.
        LambdaFunction.first(alias, unretried);
    }
}
