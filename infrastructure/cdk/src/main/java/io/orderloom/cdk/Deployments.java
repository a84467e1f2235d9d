package io.orderloom.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.ILambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaApplication;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** The rollout of a new version: it gets a part of the events first, and an alarm rolls it back. */
final class Deployments {
    private static final Map<String, ILambdaDeploymentConfig> CONFIGURATIONS =
            Map.of(
                    "AllAtOnce", LambdaDeploymentConfig.ALL_AT_ONCE,
                    "Canary10Percent5Minutes", LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES,
                    "Canary10Percent10Minutes", LambdaDeploymentConfig.CANARY_10_PERCENT_10_MINUTES,
                    "Canary10Percent15Minutes", LambdaDeploymentConfig.CANARY_10_PERCENT_15_MINUTES,
                    "Canary10Percent30Minutes", LambdaDeploymentConfig.CANARY_10_PERCENT_30_MINUTES,
                    "Linear10PercentEvery1Minute",
                            LambdaDeploymentConfig.LINEAR_10_PERCENT_EVERY_1_MINUTE);

    private final Construct scope;
    private final LambdaApplication application;
    private final Role role;
    private final List<Alarm> alarms;
    private final ILambdaDeploymentConfig configuration;

    /**
     * @param alarms any of them rolls a deployment back
     */
    Deployments(Construct scope, Stage stage, List<Alarm> alarms) {
        this.scope = scope;
        this.alarms = alarms;
        this.configuration = configuration(stage.parameters().deployment());
        this.application =
                LambdaApplication.Builder.create(scope, "Deployments")
                        .applicationName(stage.named("orderloom"))
                        .build();
        this.role =
                Role.Builder.create(scope, "deployment-role")
                        .description("What CodeDeploy may do: move the live aliases")
                        .assumedBy(new ServicePrincipal("codedeploy.amazonaws.com"))
                        .build();
        if (!alarms.isEmpty()) {
            role.addToPolicy(
                    Statements.allow(
                            List.of("cloudwatch:DescribeAlarms"),
                            alarms.stream().map(Alarm::getAlarmArn).toArray(String[]::new)));
        }
    }

    void of(LambdaFunction lambda, Alias alias) {
        role.addToPolicy(
                Statements.allow(
                        List.of(
                                "lambda:GetAlias",
                                "lambda:GetProvisionedConcurrencyConfig",
                                "lambda:UpdateAlias"),
                        lambda.construct().getFunctionArn(),
                        // Not the alias's own ARN: the alias depends on the deployment group.
                        "%s:%s"
                                .formatted(
                                        lambda.construct().getFunctionArn(), LambdaFunction.LIVE)));
        var group =
                LambdaDeploymentGroup.Builder.create(
                                scope, lambda.function().label() + "-deployment")
                        .application(application)
                        .alias(alias)
                        // CDK would attach the managed policy to a role that it may change.
                        .role(role.withoutPolicyUpdates())
                        .deploymentConfig(configuration)
                        .alarms(alarms)
                        .autoRollback(
                                AutoRollbackConfig.builder()
                                        .failedDeployment(true)
                                        .stoppedDeployment(true)
                                        .deploymentInAlarm(!alarms.isEmpty())
                                        .build())
                        .build();
        Statements.first(role, group);
    }

    private static ILambdaDeploymentConfig configuration(String name) {
        var known = CONFIGURATIONS.get(name);
        if (known == null) {
            throw new IllegalArgumentException(
                    "parameter deployment: '%s' is not one of %s"
                            .formatted(name, CONFIGURATIONS.keySet().stream().sorted().toList()));
        }
        return known;
    }
}
