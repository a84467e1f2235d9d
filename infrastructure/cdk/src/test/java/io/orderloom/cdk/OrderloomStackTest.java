package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderloom.cdk.FunctionPackage.Kind;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import io.orderloom.topology.Topology;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One synthesis for all: CDK runs in a node process, which takes its seconds to start. */
@TestInstance(Lifecycle.PER_CLASS)
class OrderloomStackTest {
    private static final String SQS_QUEUE = "AWS::SQS::Queue";

    private Template template = new Template(Map.of());

    @BeforeAll
    void synthesize(@TempDir Path directory) throws IOException {
        boolean node =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "node")));
        if (!node) {
            System.err.println(
                    "SKIPPED: the CDK template is not checked, because there is no node");
        }
        assumeTrue(node, "CDK needs node on the PATH");
        var app =
                software.amazon.awscdk.App.Builder.create()
                        .outdir(directory.resolve("out").toString())
                        .build();
        var packages = new EnumMap<Function, FunctionPackage>(Function.class);
        for (var function : Function.values()) {
            packages.put(function, FunctionPackage.read(Zips.jvm(directory, function.label())));
        }
        packages.put(
                Function.ERP_POST,
                FunctionPackage.read(Zips.executable(directory, "erp-post", Zips.AARCH64)));
        var stack = new OrderloomStack(app, new Stage("test"), packages);
        template =
                new Template(software.amazon.awscdk.assertions.Template.fromStack(stack).toJSON());
    }

    @ParameterizedTest
    @EnumSource
    void a_queue_redrives_into_its_own_dead_letter_queue_of_the_same_ordering(Queue queue) {
        var main = deployed(queue);
        var deadLetter = template.named(SQS_QUEUE, "QueueName", "test-" + queue.deadLetterName());

        assertThat(main.text("RedrivePolicy", "deadLetterTargetArn", "Fn::GetAtt"))
                .contains(deadLetter.id());
        assertThat(main.number("RedrivePolicy", "maxReceiveCount"))
                .isEqualTo(queue.maxReceiveCount());
        assertThat(main.properties().containsKey("FifoQueue")).isEqualTo(queue.fifo());
        assertThat(deadLetter.properties().containsKey("FifoQueue")).isEqualTo(queue.fifo());
    }

    @ParameterizedTest
    @EnumSource
    void a_queue_is_encrypted_and_hides_a_message_for_six_runs_of_its_consumer(Queue queue) {
        var main = deployed(queue);

        var timeout = Topology.eventSource(queue).function().timeout().toSeconds();
        assertThat(main.number("VisibilityTimeout")).isGreaterThanOrEqualTo(6 * timeout);
        assertThat(main.properties()).containsEntry("SqsManagedSseEnabled", true);
    }

    @ParameterizedTest
    @EnumSource
    void a_function_may_send_to_its_own_queues_and_receive_from_the_one_that_feeds_it(
            Function function) {
        var feeding =
                Topology.EVENT_SOURCES.stream()
                        .filter(source -> source.function() == function)
                        .map(source -> source.queue().label())
                        .collect(Collectors.toSet());

        assertThat(queuesAllowed(function, "sqs:SendMessage"))
                .isEqualTo(function.sends().stream().map(Queue::label).collect(Collectors.toSet()));
        assertThat(queuesAllowed(function, "sqs:ReceiveMessage")).isEqualTo(feeding);
    }

    @ParameterizedTest
    @EnumSource
    void a_function_reaches_the_table_only_if_it_uses_it_and_has_no_action_beyond(
            Function function) {
        var actions = String.join(" ", template.actions(function.label()));

        assertThat(actions.contains("dynamodb:PutItem")).isEqualTo(function.usesTable());
        assertThat(actions).doesNotContain("*").doesNotContain("dynamodb:Delete", "dynamodb:Scan");
    }

    @ParameterizedTest
    @EnumSource
    void a_function_is_told_where_its_queues_and_its_table_are(Function function) {
        var deployed = lambda(function);

        var variables = deployed.map("Environment", "Variables").keySet();
        var sent = function.sends().stream().map(Queue::urlVariable);
        assertThat(variables).containsAll(sent.toList());
        assertThat(variables.contains(Table.NAME_VARIABLE)).isEqualTo(function.usesTable());
        assertThat(deployed.number("Timeout")).isEqualTo(function.timeout().toSeconds());
    }

    @Test
    void a_jvm_package_runs_on_java_25_and_an_executable_on_its_own_kind_of_machine() {
        assertThat(lambda(Function.INTAKE).text("Runtime")).isEqualTo("java25");
        assertThat(lambda(Function.ERP_POST).text("Runtime")).isEqualTo("provided.al2023");
        assertThat(lambda(Function.ERP_POST).text("Architectures")).isEqualTo("[arm64]");
    }

    @Test
    void every_event_source_reports_single_failures_and_is_bounded() {
        var sources = template.all("AWS::Lambda::EventSourceMapping");

        assertThat(sources).hasSameSizeAs(Topology.EVENT_SOURCES);
        assertThat(sources)
                .allSatisfy(source -> {
                    assertThat(source.text("FunctionResponseTypes"))
                            .isEqualTo("[ReportBatchItemFailures]");
                    assertThat(source.number("ScalingConfig", "MaximumConcurrency")).isPositive();
                });
    }

    @Test
    void the_table_has_its_keys_its_expiry_its_index_and_point_in_time_recovery() {
        var table = template.all("AWS::DynamoDB::GlobalTable").getFirst();

        assertThat(table.text("KeySchema"))
                .contains("AttributeName=pk", "AttributeName=sk", "HASH", "RANGE");
        assertThat(table.text("TimeToLiveSpecification")).contains("ttl");
        assertThat(table.text("GlobalSecondaryIndexes")).contains("work", "workKind", "workSince");
        assertThat(table.text("Replicas")).contains("PointInTimeRecoveryEnabled=true");
    }

    @Test
    void the_only_open_route_is_the_webhooks() {
        var routes = template.all("AWS::ApiGatewayV2::Route");

        assertThat(routes.stream().map(route -> route.text("RouteKey")))
                .containsExactly("POST /webhooks/{channelInstance}");
    }

    @Test
    void an_executable_for_x86_is_told_from_one_for_arm(@TempDir Path directory)
            throws IOException {
        var x86 = Zips.executable(directory, "x86", Zips.X86_64);
        var arm = Zips.executable(directory, "arm", Zips.AARCH64);

        assertThat(FunctionPackage.read(x86).kind()).isEqualTo(Kind.NATIVE_X86_64);
        assertThat(FunctionPackage.read(arm).kind()).isEqualTo(Kind.NATIVE_ARM64);
    }

    private Template.Resource deployed(Queue queue) {
        return template.named(SQS_QUEUE, "QueueName", "test-" + queue.queueName());
    }

    private Template.Resource lambda(Function function) {
        return template.named(
                "AWS::Lambda::Function", "FunctionName", "test-" + function.functionName());
    }

    private Set<String> queuesAllowed(Function function, String action) {
        var resources = String.join(" ", template.resources(function.label(), action));
        return Stream.of(Queue.values())
                .filter(queue -> resources.contains(deployed(queue).id()))
                .map(Queue::label)
                .collect(Collectors.toSet());
    }
}
