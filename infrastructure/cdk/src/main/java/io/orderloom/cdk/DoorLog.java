package io.orderloom.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.constructs.Construct;

/**
 * The front door's log: a line for each request with the caller's address, which the API behind it
 * does not see.
 */
final class DoorLog {
    /** AWS WAF writes only to log groups whose names begin with this. */
    private static final String PREFIX = "aws-waf-logs-";

    private DoorLog() {}

    static void of(Construct scope, Stage stage, CfnWebACL rules) {
        var name = PREFIX + stage.named("orderloom");
        var log =
                LogGroup.Builder.create(scope, "door-log")
                        .logGroupName(name)
                        .retention(
                                Retention.days(
                                        "accessLogRetentionDays",
                                        stage.parameters().accessLogRetentionDays()))
                        .removalPolicy(stage.removal())
                        .build();
        var logging =
                CfnLoggingConfiguration.Builder.create(scope, "Logging")
                        .resourceArn(rules.getAttrArn())
                        .logDestinationConfigs(List.of(AccessLog.arn(Stack.of(scope), name)))
                        .redactedFields(
                                List.of(
                                        CfnLoggingConfiguration.FieldToMatchProperty.builder()
                                                .singleHeader(Map.of("Name", "authorization"))
                                                .build()))
                        .build();
        logging.getNode().addDependency(log);
    }
}
