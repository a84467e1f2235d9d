package io.orderloom.cdk;

import io.orderloom.topology.TableAction;
import java.util.List;
import java.util.Set;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * The permissions of one function: its own role, to which each need adds exactly the actions that
 * it takes.
 */
record FunctionRole(Role role, IKey key, String region) {

    static FunctionRole of(Construct scope, String id, String function, IKey key, LogGroup log) {
        var role =
                Role.Builder.create(scope, id)
                        .description("What Orderloom's " + function + " may do")
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .build();
        var made = new FunctionRole(role, key, Stack.of(scope).getRegion());
        made.allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), log.getLogGroupArn());
        made.mayTrace();
        return made;
    }

    void maySend(IQueue queue, boolean encryptedWithKey) {
        allow(List.of("sqs:SendMessage", "sqs:GetQueueAttributes"), queue.getQueueArn());
        if (encryptedWithKey) {
            // Sending needs Decrypt as well, because SQS verifies the data key.
            through("sqs", "kms:GenerateDataKey", "kms:Decrypt");
        }
    }

    /** Like {@link #mayConsume}, but without postponing messages. */
    void mayDrain(IQueue queue, boolean encryptedWithKey) {
        allow(
                List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
                queue.getQueueArn());
        if (encryptedWithKey) {
            through("sqs", "kms:Decrypt");
        }
    }

    void mayConsume(IQueue queue, boolean encryptedWithKey) {
        allow(
                List.of(
                        "sqs:ReceiveMessage",
                        "sqs:DeleteMessage",
                        "sqs:ChangeMessageVisibility",
                        "sqs:GetQueueAttributes"),
                queue.getQueueArn());
        if (encryptedWithKey) {
            through("sqs", "kms:Decrypt");
        }
    }

    void mayUse(ITable table, Set<TableAction> actions) {
        allow(
                actions.stream()
                        .sorted()
                        .filter(action -> action.index().isEmpty())
                        .map(TableAction::action)
                        .toList(),
                table.getTableArn());
        // Always in the same order, so that a template changes only when something did.
        for (var action : actions.stream().sorted().toList()) {
            action.index()
                    .ifPresent(index ->
                            allow(
                                    List.of(action.action()),
                                    "%s/index/%s".formatted(table.getTableArn(), index.name())));
        }
        // The uses of the key that DynamoDB makes in the caller's name (DynamoDB Developer Guide,
        // "Authorizing use of your KMS keys"), with the wildcards spelled out.
        through(
                "dynamodb",
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyWithoutPlaintext",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo");
    }

    void mayRead(List<ISecret> secrets) {
        if (secrets.isEmpty()) {
            return;
        }
        allow(
                List.of("secretsmanager:GetSecretValue"),
                secrets.stream().map(ISecret::getSecretArn).toArray(String[]::new));
        through("secretsmanager", "kms:Decrypt");
    }

    private void mayTrace() {
        allow(List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"), "*");
        Suppressions.of(
                role,
                "AwsSolutions-IAM5",
                "Resource::*",
                "X-Ray knows no resource for PutTraceSegments and PutTelemetryRecords; nothing"
                        + " else is allowed on *.");
    }

    private void allow(List<String> actions, String... resources) {
        role.addToPolicy(Statements.allow(actions, resources));
    }

    private void through(String service, String... actions) {
        role.addToPolicy(Statements.through(service, region, key, actions));
    }
}
