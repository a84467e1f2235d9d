package io.orderloom.cdk;

import java.util.List;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * The stack with the copies of a stage's backups. It is in another region, and in another account
 * if the stage names one, so that a person with all rights in the stage's account can't reach the
 * copies.
 */
final class CopiesStack extends Stack {

    CopiesStack(Construct scope, Stage stage) {
        super(
                scope,
                vaultName(stage),
                StackProps.builder()
                        .description("Orderloom's copies of backups, stage " + stage.name())
                        .env(environment(stage.parameters().backup()))
                        .terminationProtection(stage.production())
                        .build());
        var option = stage.parameters().backup();
        var locked = LockedVault.forGood(this, stage, vaultName(stage));
        if (option.elsewhere()) {
            locked.vault()
                    .addToAccessPolicy(
                            PolicyStatement.Builder.create()
                                    .principals(List.of(new AccountPrincipal(option.account())))
                                    .actions(List.of("backup:CopyIntoBackupVault"))
                                    .resources(List.of("*"))
                                    .build());
        }
        Tagged.of(this, stage);
    }

    static String vaultName(Stage stage) {
        return stage.named("orderloom-copies");
    }

    private static Environment environment(BackupOption option) {
        var environment = Environment.builder().region(option.copyRegion());
        if (option.elsewhere()) {
            environment.account(option.copyAccount());
        }
        return environment.build();
    }
}
