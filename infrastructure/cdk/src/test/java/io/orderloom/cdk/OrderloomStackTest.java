package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Secret;
import io.orderloom.topology.Table;
import io.orderloom.topology.Topology;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(Lifecycle.PER_CLASS)
class OrderloomStackTest {
    private static final String SQS_QUEUE = "AWS::SQS::Queue";

    private static final String STAGE = "prod";

    private Template template = new Template(Map.of());

    @BeforeAll
    void synthesize() {
        template = Synthesized.stages().template(STAGE);
    }

    @ParameterizedTest
    @EnumSource
    void a_queue_moves_dead_letters_into_its_own_dead_letter_queue_of_the_same_ordering(
            Queue queue) {
        var main = deployed(queue);
        var deadLetter =
                template.named(SQS_QUEUE, "QueueName", STAGE + "-" + queue.deadLetterName());

        assertThat(main.text("RedrivePolicy", "deadLetterTargetArn", "Fn::GetAtt"))
                .contains(deadLetter.id());
        assertThat(main.number("RedrivePolicy", "maxReceiveCount"))
                .isEqualTo(queue.maxReceiveCount());
        assertThat(main.properties().containsKey("FifoQueue")).isEqualTo(queue.fifo());
        assertThat(deadLetter.properties().containsKey("FifoQueue")).isEqualTo(queue.fifo());
        assertThat(deadLetter.number("VisibilityTimeout"))
                .isGreaterThan(Topology.deadLetters(queue).function().timeout().toSeconds());
    }

    @ParameterizedTest
    @EnumSource
    void a_queue_is_encrypted_and_hides_a_message_a_little_longer_than_its_consumer_may_run(
            Queue queue) {
        var main = deployed(queue);

        var timeout = Topology.eventSource(queue).function().timeout().toSeconds();
        assertThat(main.number("VisibilityTimeout")).isBetween(timeout + 10, timeout + 20);
        assertThat(main.properties().containsKey("KmsMasterKeyId")).isEqualTo(queue.personalData());
        assertThat(main.properties().containsKey("SqsManagedSseEnabled"))
                .isNotEqualTo(queue.personalData());
    }

    @ParameterizedTest
    @EnumSource
    void a_function_gets_the_addresses_of_its_queues_and_its_table(Function function) {
        var deployed = lambda(function);

        var variables = deployed.map("Environment", "Variables").keySet();
        var sent = function.sends().stream().map(Queue::urlVariable);
        assertThat(variables).containsAll(sent.toList());
        assertThat(variables.contains(Table.NAME_VARIABLE)).isEqualTo(function.usesTable());
        assertThat(deployed.number("Timeout")).isEqualTo(function.timeout().toSeconds());
    }

    @ParameterizedTest
    @EnumSource
    void a_function_gets_only_the_names_of_secrets_that_it_may_read(Function function) {
        var variables = lambda(function).map("Environment", "Variables");

        assertThat(lambda(function).text("Handler"))
                .isEqualTo("io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest");
        if (function.reads().isEmpty()) {
            assertThat(variables).doesNotContainKey(Secret.VARIABLE);
        } else {
            assertThat(String.valueOf(variables.get(Secret.VARIABLE)).split(","))
                    .containsExactlyInAnyOrderElementsOf(
                            function.reads().stream()
                                    .map(secret -> STAGE + "-" + secret.secretName())
                                    .toList());
        }
    }

    @Test
    void every_queue_has_a_policy_that_refuses_what_is_not_encrypted_on_its_way() {
        assertThat(template.all("AWS::SQS::QueuePolicy"))
                .hasSize(2 * Queue.values().length)
                .allSatisfy(policy ->
                        assertThat(policy.text("PolicyDocument"))
                                .contains("Effect=Deny", "aws:SecureTransport=false"));
    }

    @Test
    void a_jvm_package_runs_on_java_25_and_an_executable_on_its_own_kind_of_machine() {
        assertThat(lambda(Function.INTAKE).text("Runtime")).isEqualTo("java25");
        assertThat(lambda(Function.ERP_POST).text("Runtime")).isEqualTo("provided.al2023");
        assertThat(lambda(Function.ERP_POST).text("Architectures")).isEqualTo("[arm64]");
    }

    @Test
    void only_an_executable_leaves_signals_to_lambda() {
        var handlers = "DISABLE_SIGNAL_HANDLERS";

        assertThat(lambda(Function.ERP_POST).text("Environment", "Variables", handlers))
                .isEqualTo("true");
        assertThat(lambda(Function.INTAKE).map("Environment", "Variables"))
                .doesNotContainKey(handlers);
    }

    @Test
    void every_event_source_reports_single_failures_and_is_bounded() {
        var sources = template.all("AWS::Lambda::EventSourceMapping");

        assertThat(sources).hasSize(Topology.EVENT_SOURCES.size() + Topology.DEAD_LETTERS.size());
        assertThat(sources)
                .allSatisfy(source -> {
                    assertThat(source.text("FunctionResponseTypes"))
                            .isEqualTo("[ReportBatchItemFailures]");
                    assertThat(source.number("ScalingConfig", "MaximumConcurrency")).isPositive();
                });
    }

    @Test
    void the_table_has_its_keys_its_expiry_its_index_and_point_in_time_recovery() {
        var table = template.all("AWS::DynamoDB::Table").getFirst();

        assertThat(table.text("KeySchema"))
                .contains("AttributeName=pk", "AttributeName=sk", "HASH", "RANGE");
        assertThat(table.text("TimeToLiveSpecification")).contains("ttl");
        assertThat(table.text("GlobalSecondaryIndexes")).contains("work", "workKind", "workSince");
        assertThat(table.text("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"))
                .isEqualTo("true");
        assertThat(table.text("SSESpecification")).contains("SSEType=KMS", "KMSMasterKeyId");
    }

    @Test
    void exactly_the_known_sweeps_are_scheduled_and_watched() {
        assertThat(template.all("AWS::Scheduler::Schedule").stream().map(s -> s.text("Name")))
                .containsExactlyInAnyOrder("prod-orderloom-sweep-work", "prod-orderloom-log-check");
        assertThat(template.all("AWS::CloudWatch::Alarm").stream().map(a -> a.text("AlarmName")))
                .filteredOn(name -> name.contains("sweep-missing"))
                .containsExactly("prod-orderloom-sweep-missing-work");
    }

    @Test
    void the_only_open_route_is_the_webhooks() {
        var routes = template.all("AWS::ApiGatewayV2::Route");

        assertThat(routes.stream().map(route -> route.text("RouteKey")))
                .containsExactly("POST /webhooks/{channelInstance}");
    }

    private Template.Resource deployed(Queue queue) {
        return template.named(SQS_QUEUE, "QueueName", STAGE + "-" + queue.queueName());
    }

    private Template.Resource lambda(Function function) {
        return template.named(
                "AWS::Lambda::Function", "FunctionName", STAGE + "-" + function.functionName());
    }
}
