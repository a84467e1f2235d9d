package io.orderloom.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The stage's own key for all that holds personal data or secrets. KMS renews it every year. */
final class StageKey {
    private static final Duration GRACE = Duration.days(30);

    /** The only resource that a key's own policy can name. */
    private static final String ITSELF = "*";

    private StageKey() {}

    static Key of(Construct scope, Stage stage) {
        var key =
                Key.Builder.create(scope, "Key")
                        .alias(stage.named("orderloom"))
                        .description("Orderloom: orders, personal data and secrets")
                        .enableKeyRotation(true)
                        .pendingWindow(GRACE)
                        .removalPolicy(stage.removal())
                        .build();
        var stack = Stack.of(scope);
        // CloudWatch itself publishes an alarm to the encrypted topic.
        key.addToResourcePolicy(
                Statements.service(
                        "cloudwatch.amazonaws.com",
                        List.of("kms:Decrypt", "kms:GenerateDataKey"),
                        ITSELF,
                        Statements.ofAccount(stack)));
        // CloudWatch Logs names the log group in the encryption context (CloudWatch Logs User
        // Guide, "Encrypt log data using AWS KMS"); the log group's name contains the account.
        key.addToResourcePolicy(
                Statements.service(
                        "logs.%s.amazonaws.com".formatted(stack.getRegion()),
                        List.of(
                                "kms:Decrypt",
                                "kms:DescribeKey",
                                "kms:Encrypt",
                                "kms:GenerateDataKey",
                                "kms:GenerateDataKeyWithoutPlaintext",
                                "kms:ReEncryptFrom",
                                "kms:ReEncryptTo"),
                        ITSELF,
                        Map.of(
                                "ArnEquals",
                                Map.of(
                                        "kms:EncryptionContext:aws:logs:arn",
                                        AccessLog.arn(stack, stage)))));
        return key;
    }
}
