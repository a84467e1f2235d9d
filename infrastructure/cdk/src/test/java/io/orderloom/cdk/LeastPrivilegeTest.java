package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.cdk.Template.Allowed;
import io.orderloom.topology.EventSource;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Secret;
import io.orderloom.topology.Table;
import io.orderloom.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No function has a permission that it does not need: its role allows the actions that its compiled
 * code calls and those that Lambda itself uses in its name, each only on the resources that the
 * topology names.
 */
@TestInstance(Lifecycle.PER_CLASS)
class LeastPrivilegeTest {
    /** Lambda Developer Guide, "Using Lambda with Amazon SQS", "Execution role permissions". */
    private static final Set<String> OF_A_POLLER =
            Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

    private static final Set<String> OF_EVERY_FUNCTION =
            Set.of(
                    "logs:CreateLogStream",
                    "logs:PutLogEvents",
                    "xray:PutTraceSegments",
                    "xray:PutTelemetryRecords");

    private Template template = new Template(Map.of());

    @BeforeAll
    void synthesize() {
        template = Synthesized.stages().template("prod");
    }

    @ParameterizedTest
    @EnumSource
    void a_role_allows_the_actions_that_the_code_calls_and_no_other(Function function) {
        var needed = new TreeSet<>(ReachableCalls.of(function));
        needed.addAll(OF_EVERY_FUNCTION);
        if (!received(function).isEmpty()) {
            needed.addAll(OF_A_POLLER);
        }

        var allowed =
                actions(function).stream()
                        .filter(action -> !action.startsWith("kms:"))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(allowed)
                .as(
                        "what Function.%s allows in the topology, and what the code of %s calls",
                        function, function.label())
                .containsExactlyInAnyOrderElementsOf(needed);
    }

    @ParameterizedTest
    @EnumSource
    void a_function_sends_to_its_own_queues_and_receives_from_those_that_feed_it(
            Function function) {
        assertThat(queues(function, "sqs:SendMessage"::equals)).isEqualTo(function.sends());
        assertThat(names(function, "sqs:ReceiveMessage"::equals)).isEqualTo(received(function));
        assertThat(names(function, "sqs:DeleteMessage"::equals)).isEqualTo(received(function));
        assertThat(queues(function, "sqs:ChangeMessageVisibility"::equals))
                .isEqualTo(feeding(function));
    }

    @ParameterizedTest
    @EnumSource
    void a_function_reads_its_own_secrets(Function function) {
        var read = resources(function, "secretsmanager:GetSecretValue"::equals);

        for (var secret : Secret.values()) {
            var name = "prod-" + secret.secretName();
            var deployed = template.named("AWS::SecretsManager::Secret", "Name", name).id();
            assertThat(read.contains("{Ref=" + deployed + "}"))
                    .as("%s reads %s", function, secret)
                    .isEqualTo(function.reads().contains(secret));
        }
        assertThat(read).hasSize(function.reads().size());
    }

    @Test
    void a_function_that_no_longer_reads_secrets_or_sweeps_has_a_new_role() {
        var roles = template.all("AWS::IAM::Role").stream().map(Template.Resource::id).toList();

        assertThat(roles)
                .anyMatch(id -> id.startsWith("normalizerolenosweeps"))
                .anyMatch(id -> id.startsWith("maintenancerolenosecrets"))
                .noneMatch(id -> id.matches("normalizerole(nosecrets)?[0-9A-F]{8}"))
                .anyMatch(id -> id.matches("erppostrole[0-9A-F]{8}"));
        assertThat(
                        template.named(
                                        "AWS::Lambda::Function",
                                        "FunctionName",
                                        "prod-orderloom-normalize")
                                .map("Environment", "Variables"))
                .doesNotContainKey(Secret.VARIABLE);
    }

    @ParameterizedTest
    @EnumSource
    void a_function_reaches_no_table_but_the_one(Function function) {
        var table = template.all("AWS::DynamoDB::Table").getFirst().id();

        var reached = resources(function, action -> action.startsWith("dynamodb:"));

        var itsIndexes =
                Table.INDEXES.stream()
                        .map(index ->
                                "{Fn::Join=[, [{Fn::GetAtt=[%s, Arn]}, /index/%s]]}"
                                        .formatted(table, index.name()));
        assertThat(reached)
                .isSubsetOf(
                        Stream.concat(
                                        Stream.of("{Fn::GetAtt=[%s, Arn]}".formatted(table)),
                                        itsIndexes)
                                .toList());
        assertThat(reached.isEmpty()).isNotEqualTo(function.usesTable());
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_allowed_by_wildcard_but_what_x_ray_has_no_resource_for(Function function) {
        var allowed = template.allowed(function.label());

        assertThat(allowed).extracting(Allowed::action).noneMatch(action -> action.contains("*"));
        assertThat(allowed)
                .filteredOn(one -> one.resource().contains("*"))
                .extracting(Allowed::action)
                .containsExactlyInAnyOrder("xray:PutTraceSegments", "xray:PutTelemetryRecords");
        assertThat(template.statements(function.label()))
                .allSatisfy(statement -> {
                    assertThat(statement).containsEntry("Effect", "Allow");
                    assertThat(statement).doesNotContainKeys("NotAction", "NotResource");
                });
    }

    @ParameterizedTest
    @EnumSource
    void the_key_is_used_through_the_services_that_hold_its_data_only(Function function) {
        var ofKey =
                template.statements(function.label()).stream()
                        .filter(statement ->
                                String.valueOf(statement.get("Action")).contains("kms:"))
                        .toList();

        assertThat(ofKey)
                .isNotEmpty()
                .allSatisfy(statement ->
                        assertThat(String.valueOf(statement.get("Condition")))
                                .contains("kms:ViaService", ".amazonaws.com"));
    }

    @Test
    void no_role_has_a_managed_policy() {
        assertThat(template.all("AWS::IAM::Role"))
                .allSatisfy(role ->
                        assertThat(role.properties()).doesNotContainKey("ManagedPolicyArns"));
    }

    private static Set<Queue> feeding(Function function) {
        return Topology.EVENT_SOURCES.stream()
                .filter(source -> source.function() == function)
                .map(EventSource::queue)
                .collect(Collectors.toSet());
    }

    private Set<String> actions(Function function) {
        return template.allowed(function.label()).stream()
                .map(Allowed::action)
                .collect(Collectors.toSet());
    }

    private List<String> resources(Function function, Predicate<String> action) {
        return template.allowed(function.label()).stream()
                .filter(one -> action.test(one.action()))
                .map(Allowed::resource)
                .distinct()
                .toList();
    }

    /** The names of the queues, and dead-letter queues, that feed the function. */
    private static Set<String> received(Function function) {
        return Stream.concat(
                        feeding(function).stream().map(Queue::queueName),
                        Topology.DEAD_LETTERS.stream()
                                .filter(source -> source.function() == function)
                                .map(source -> source.queue().deadLetterName()))
                .collect(Collectors.toSet());
    }

    private Set<Queue> queues(Function function, Predicate<String> action) {
        var reached = names(function, action);
        return Stream.of(Queue.values())
                .filter(queue -> reached.contains(queue.queueName()))
                .collect(Collectors.toSet());
    }

    private Set<String> names(Function function, Predicate<String> action) {
        var reached = resources(function, action);
        var known =
                Stream.of(Queue.values())
                        .flatMap(queue -> Stream.of(queue.queueName(), queue.deadLetterName()))
                        .filter(name -> reached.contains(arn(name)))
                        .collect(Collectors.toSet());
        assertThat(reached).hasSize(known.size());
        return known;
    }

    private String arn(String queueName) {
        var id = template.named("AWS::SQS::Queue", "QueueName", "prod-" + queueName).id();
        return "{Fn::GetAtt=[%s, Arn]}".formatted(id);
    }
}
