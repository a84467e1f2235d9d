package io.orderloom.cdk;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * The HTTP API's access log: a line for each request, with its caller. A caller's address may be a
 * person's, so this log is encrypted with the stage's key and has a retention of its own.
 */
final class AccessLog {
    /** Contains no body and no header, because the caller writes both. */
    static final String LINE =
            """
            {"requestId":"$context.requestId","time":"$context.requestTimeEpoch",\
            "caller":"$context.identity.sourceIp","method":"$context.httpMethod",\
            "path":"$context.path","status":"$context.status","latency":"$context.responseLatency",\
            "integrationLatency":"$context.integrationLatency",\
            "integrationStatus":"$context.integration.integrationStatus",\
            "error":"$context.error.message"}\
            """;

    private AccessLog() {}

    static LogGroup of(Construct scope, Stage stage, IKey key) {
        return LogGroup.Builder.create(scope, "access-log")
                .logGroupName(name(stage))
                .encryptionKey(key)
                .retention(
                        Retention.days(
                                "accessLogRetentionDays",
                                stage.parameters().accessLogRetentionDays()))
                .removalPolicy(stage.removal())
                .build();
    }

    static String arn(Stack stack, Stage stage) {
        return arn(stack, name(stage));
    }

    /**
     * The ARN in the form that API Gateway and AWS WAF accept; the attribute of a log group ends in
     * a wildcard.
     */
    static String arn(Stack stack, String name) {
        return "arn:%s:logs:%s:%s:log-group:%s"
                .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), name);
    }

    private static String name(Stage stage) {
        return "/aws/apigateway/" + stage.named("orderloom");
    }
}
