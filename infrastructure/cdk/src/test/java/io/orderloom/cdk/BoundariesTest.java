package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Callers that are let in, accounts for which an AWS service acts, and requests that are logged.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BoundariesTest {
    private Template template = new Template(Map.of());

    @BeforeAll
    void synthesize() {
        template = Synthesized.stages().template("prod");
    }

    @Test
    void a_service_uses_the_key_for_the_stage_s_own_account_alone() {
        var key = template.all("AWS::KMS::Key").getFirst();

        var ofServices = statements(key, "KeyPolicy").filter(BoundariesTest::ofService).toList();

        assertThat(ofServices).hasSize(2).allSatisfy(BoundariesTest::namesTheAccount);
    }

    @Test
    void an_alarm_reaches_its_topic_and_none_of_another_account_does() {
        var policy = template.all("AWS::SNS::TopicPolicy").getFirst();

        var allowed =
                statements(policy, "PolicyDocument")
                        .filter(statement -> "Allow".equals(statement.get("Effect")))
                        .toList();

        assertThat(allowed)
                .singleElement()
                .satisfies(statement -> {
                    assertThat(String.valueOf(statement.get("Principal")))
                            .contains("cloudwatch.amazonaws.com");
                    assertThat(statement).containsEntry("Action", "sns:Publish");
                })
                .satisfies(BoundariesTest::namesTheAccount);
    }

    @Test
    void the_scheduler_takes_on_its_roles_for_the_stage_s_own_account_alone() {
        var scheduled =
                template.all("AWS::IAM::Role").stream()
                        .flatMap(role -> statements(role, "AssumeRolePolicyDocument"))
                        .filter(statement ->
                                String.valueOf(statement.get("Principal"))
                                        .contains("scheduler.amazonaws.com"))
                        .toList();

        assertThat(scheduled).isNotEmpty().allSatisfy(BoundariesTest::namesTheAccount);
    }

    @Test
    void a_request_is_logged_with_its_caller_s_address_encrypted_and_for_two_weeks() {
        var format =
                template.all("AWS::ApiGatewayV2::Stage")
                        .getFirst()
                        .text("AccessLogSettings", "Format");

        assertThat(format)
                .contains(
                        "\"caller\":\"$context.identity.sourceIp\"",
                        "$context.requestId",
                        "$context.path",
                        "$context.status",
                        "$context.responseLatency");
        var log =
                template.named(
                        "AWS::Logs::LogGroup", "LogGroupName", "/aws/apigateway/prod-orderloom");
        assertThat(log.number("RetentionInDays")).isEqualTo(14);
        assertThat(log.properties()).containsKey("KmsKeyId");
    }

    @Test
    void nothing_of_an_option_is_there_unless_it_is_on() {
        assertThat(Synthesized.stages().stackFile("prod-orderloom-door")).doesNotExist();
        assertThat(Synthesized.stages().stackFile("prod-orderloom-copies")).doesNotExist();
        assertThat(template.all("AWS::Backup::BackupPlan")).isEmpty();
    }

    private static boolean ofService(Map<String, Object> statement) {
        return String.valueOf(statement.get("Principal")).contains("Service");
    }

    private static void namesTheAccount(Map<String, Object> statement) {
        assertThat(String.valueOf(statement.get("Condition"))).contains("Ref=AWS::AccountId");
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> statements(Template.Resource of, String document) {
        return ((List<Map<String, Object>>) of.list(document, "Statement")).stream();
    }
}
