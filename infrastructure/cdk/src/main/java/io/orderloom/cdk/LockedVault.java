package io.orderloom.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.backup.LockConfiguration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * A vault whose backups nobody can delete before their time. It has a key of its own, because what
 * is encrypted with the stage's key is lost with that key.
 */
record LockedVault(BackupVault vault, Key key) {
    private static final Duration GRACE = Duration.days(30);

    /** Until this time has passed, a permanent lock can still be removed. */
    private static final Duration COOLING_OFF = Duration.days(7);

    /** A lock that a person with the permission may remove. */
    static LockedVault liftable(Construct scope, Stage stage, String name) {
        return of(scope, stage, name, lock(stage).build());
    }

    /** A lock that nobody can remove after a week, not even the account's owner or AWS. */
    static LockedVault forGood(Construct scope, Stage stage, String name) {
        return of(scope, stage, name, lock(stage).changeableFor(COOLING_OFF).build());
    }

    private static LockConfiguration.Builder lock(Stage stage) {
        return LockConfiguration.builder()
                .minRetention(Duration.days(stage.parameters().backup().keepDays()));
    }

    private static LockedVault of(
            Construct scope, Stage stage, String name, LockConfiguration lock) {
        var key =
                Key.Builder.create(scope, "VaultKey")
                        .alias(name + "-vault")
                        .description("Orderloom: backups of stage " + stage.name())
                        .enableKeyRotation(true)
                        .pendingWindow(GRACE)
                        .removalPolicy(stage.removal())
                        .build();
        var vault =
                BackupVault.Builder.create(scope, "Vault")
                        .backupVaultName(name)
                        .encryptionKey(key)
                        .lockConfiguration(lock)
                        .removalPolicy(stage.removal())
                        .build();
        return new LockedVault(vault, key);
    }

    /** Lets a role that puts backups into the vault use the vault's key. */
    void mayFill(Role role) {
        role.addToPolicy(
                Statements.allow(
                        List.of("kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"),
                        key.getKeyArn()));
        role.addToPolicy(
                PolicyStatement.Builder.create()
                        .actions(List.of("kms:CreateGrant"))
                        .resources(List.of(key.getKeyArn()))
                        .conditions(Map.of("Bool", Map.of("kms:GrantIsForAWSResource", "true")))
                        .build());
    }
}
