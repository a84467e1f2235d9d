package io.orderloom.cdk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupPlanCopyActionProps;
import software.amazon.awscdk.services.backup.BackupPlanRule;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelectionOptions;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.backup.IBackupVault;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * The table's backups by AWS Backup. Its point-in-time recovery is lost with the table, the region
 * or the key; these backups are not.
 */
final class Backups {
    private static final int HOURS = 24;

    private Backups() {}

    static void of(Construct scope, Stage stage, IKey key, ITable table) {
        var option = stage.parameters().backup();
        var locked = LockedVault.liftable(scope, stage, stage.named("orderloom"));
        var keep = Duration.days(option.keepDays());
        var plan =
                BackupPlan.Builder.create(scope, "BackupPlan")
                        .backupPlanName(stage.named("orderloom"))
                        .backupVault(locked.vault())
                        .backupPlanRules(
                                List.of(
                                        BackupPlanRule.Builder.create()
                                                .ruleName("orders")
                                                .scheduleExpression(schedule(option))
                                                .deleteAfter(keep)
                                                .copyActions(
                                                        List.of(
                                                                BackupPlanCopyActionProps.builder()
                                                                        .destinationBackupVault(
                                                                                copies(
                                                                                        scope,
                                                                                        stage))
                                                                        .deleteAfter(keep)
                                                                        .build()))
                                                .build()))
                        .build();
        plan.addSelection(
                "Orders",
                BackupSelectionOptions.builder()
                        .resources(List.of(BackupResource.fromDynamoDbTable(table)))
                        .role(role(scope, stage, key, table, locked))
                        .disableDefaultBackupPolicy(true)
                        .build());
    }

    private static Schedule schedule(BackupOption option) {
        var hours =
                IntStream.iterate(0, hour -> hour < HOURS, hour -> hour + option.everyHours())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","));
        return Schedule.cron(CronOptions.builder().minute("20").hour(hours).build());
    }

    private static IBackupVault copies(Construct scope, Stage stage) {
        return BackupVault.fromBackupVaultArn(scope, "Copies", copiesArn(Stack.of(scope), stage));
    }

    private static String copiesArn(Stack stack, Stage stage) {
        var option = stage.parameters().backup();
        return "arn:%s:backup:%s:%s:backup-vault:%s"
                .formatted(
                        stack.getPartition(),
                        option.copyRegion(),
                        option.elsewhere() ? option.copyAccount() : stack.getAccount(),
                        CopiesStack.vaultName(stage));
    }

    /**
     * Allows what AWSBackupServiceRolePolicyForBackup allows for DynamoDB, but only on this table,
     * these vaults and their keys.
     */
    private static Role role(
            Construct scope, Stage stage, IKey key, ITable table, LockedVault locked) {
        var stack = Stack.of(scope);
        var role =
                Role.Builder.create(scope, "backup-role")
                        .description(
                                "What AWS Backup may do: copy the table's items into its vaults")
                        .assumedBy(Statements.servant(stack, "backup.amazonaws.com"))
                        .build();
        role.addToPolicy(
                Statements.allow(
                        List.of(
                                "dynamodb:DescribeTable",
                                "dynamodb:ListTagsOfResource",
                                "dynamodb:StartAwsBackupJob"),
                        table.getTableArn()));
        role.addToPolicy(
                Statements.allow(
                        List.of("backup:CopyIntoBackupVault", "backup:DescribeBackupVault"),
                        locked.vault().getBackupVaultArn(),
                        copiesArn(stack, stage)));
        role.addToPolicy(
                Statements.through(
                        "dynamodb",
                        stack.getRegion(),
                        key,
                        "kms:Decrypt",
                        "kms:DescribeKey",
                        "kms:GenerateDataKey"));
        locked.mayFill(role);
        return role;
    }
}
