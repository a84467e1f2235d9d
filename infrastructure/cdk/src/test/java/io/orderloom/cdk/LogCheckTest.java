package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.topology.Function;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All logs are checked each night, and no function that writes logs can change the kept heads. */
@TestInstance(Lifecycle.PER_CLASS)
class LogCheckTest {
    private Template production = new Template(Map.of());
    private Template development = new Template(Map.of());

    @BeforeAll
    void synthesize() {
        production = Synthesized.stages().template("prod");
        development = Synthesized.stages().template("dev");
    }

    @ParameterizedTest
    @EnumSource
    void no_function_may_do_anything_to_the_heads(Function function) {
        assertThat(production.allowed(function.label()))
                .extracting(Template.Allowed::action)
                .noneMatch(action -> action.startsWith("s3:"));
    }

    @Test
    void the_bucket_takes_heads_from_the_state_machine_alone_and_nobody_changes_them() {
        var bucket = production.all("AWS::S3::Bucket").getFirst();
        var policy = production.all("AWS::S3::BucketPolicy").getFirst();

        assertThat(bucket.text("ObjectLockConfiguration", "Rule"))
                .contains("Mode=COMPLIANCE", "Days=3650");
        assertThat(bucket.text("PublicAccessBlockConfiguration")).doesNotContain("false");
        assertThat(policy.list("PolicyDocument", "Statement").toString())
                .contains(
                        "Action=s3:PutObject",
                        "Effect=Deny",
                        "ArnNotEquals={aws:PrincipalArn={Fn::GetAtt=[logcheckrole");
    }

    @Test
    void the_check_begins_every_night_and_goes_on_until_the_last_page() {
        var machine = production.all("AWS::StepFunctions::StateMachine").getFirst();
        var nightly =
                production.named("AWS::Scheduler::Schedule", "Name", "prod-orderloom-log-check");

        assertThat(machine.text("DefinitionString"))
                .contains(
                        "\"StartAt\":\"Look\"",
                        "arn:aws:states:::lambda:invoke",
                        "arn:aws:states:::aws-sdk:s3:putObject",
                        "\"Variable\":\"$.logs.next\"");
        assertThat(nightly.text("ScheduleExpression")).isEqualTo("cron(40 2 * * ? *)");
        assertThat(nightly.text("Target", "Input")).isEqualTo("{\"logs\":{\"next\":{\"page\":0}}}");
    }

    @Test
    void a_stage_that_keeps_no_heads_checks_its_logs_all_the_same() {
        assertThat(development.all("AWS::S3::Bucket")).isEmpty();
        assertThat(
                        development
                                .all("AWS::StepFunctions::StateMachine")
                                .getFirst()
                                .text("DefinitionString"))
                .contains("\"StartAt\":\"Look\"")
                .doesNotContain("putObject");
    }

    @Test
    void a_time_that_s3_does_not_know_is_refused_at_once() {
        assertThatThrownBy(() -> new AnchorOption(true, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'keepDays' is not between 1 and 36500");
    }
}
