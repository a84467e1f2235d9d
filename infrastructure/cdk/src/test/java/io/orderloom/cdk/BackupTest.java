package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The templates of backups and their copies. Nobody has put them on AWS yet. */
@TestInstance(Lifecycle.PER_CLASS)
class BackupTest {
    private static final String VAULT = "AWS::Backup::BackupVault";

    private Template copies = new Template(Map.of());
    private Template stage = new Template(Map.of());

    @BeforeAll
    void synthesize() {
        var synthesized = Synthesized.stages();
        copies = Template.read(synthesized.stackFile("prodguarded-orderloom-copies"));
        stage = synthesized.template(Synthesized.GUARDED);
    }

    @Test
    void the_table_is_backed_up_and_each_backup_copied_to_the_other_account() {
        var table = stage.all("AWS::DynamoDB::Table").getFirst().id();

        var plan = stage.all("AWS::Backup::BackupPlan").getFirst();
        var selection = stage.all("AWS::Backup::BackupSelection").getFirst();

        assertThat(selection.text("BackupSelection", "Resources")).contains(table);
        assertThat(plan.text("BackupPlan", "BackupPlanRule"))
                .contains(
                        "ScheduleExpression=cron(20 0,12 * * ? *)",
                        "DeleteAfterDays=35",
                        ":backup:eu-west-1:444455556666:backup-vault:prodguarded-orderloom-copies");
    }

    @Test
    void a_copy_is_locked_for_good_after_a_week_and_a_backup_by_a_lock_that_can_be_lifted() {
        var lock = copies.all(VAULT).getFirst().map("LockConfiguration");

        assertThat(lock).isEqualTo(Map.of("MinRetentionDays", 35, "ChangeableForDays", 7));
        assertThat(stage.all(VAULT).getFirst().map("LockConfiguration"))
                .isEqualTo(Map.of("MinRetentionDays", 35));
    }

    @Test
    void a_backup_is_not_lost_with_the_stage_s_key() {
        var vault = stage.all(VAULT).getFirst();

        assertThat(vault.text("EncryptionKeyArn", "Fn::GetAtt")).startsWith("[VaultKey");
        assertThat(copies.all(VAULT).getFirst().text("EncryptionKeyArn", "Fn::GetAtt"))
                .startsWith("[VaultKey");
    }

    @Test
    void the_stage_s_account_may_copy_into_the_vault_and_do_nothing_else_there() {
        var policy = copies.all(VAULT).getFirst();

        assertThat(policy.list("AccessPolicy", "Statement")).hasSize(1);
        assertThat(policy.text("AccessPolicy", "Statement"))
                .contains("Action=backup:CopyIntoBackupVault", ":iam::111122223333:root");
    }
}
