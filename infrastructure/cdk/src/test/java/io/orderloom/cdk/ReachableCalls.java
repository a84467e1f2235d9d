package io.orderloom.cdk;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import io.orderloom.topology.Function;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calls of AWS that a function's code can reach. It follows every call from the function's own
 * classes into the clients of the AWS SDK, through every implementation that is a bean or is made
 * on the way.
 */
final class ReachableCalls {
    private static final String SDK = "software.amazon.awssdk.services.";

    /** The IAM actions that calls need, by the SDK's type and method. */
    private static final Map<String, String> ACTIONS =
            Map.ofEntries(
                    Map.entry("SqsClient.sendMessage", "sqs:SendMessage"),
                    Map.entry("SqsClient.sendMessageBatch", "sqs:SendMessage"),
                    Map.entry("SqsClient.getQueueAttributes", "sqs:GetQueueAttributes"),
                    Map.entry("SqsClient.changeMessageVisibility", "sqs:ChangeMessageVisibility"),
                    Map.entry(
                            "SqsClient.changeMessageVisibilityBatch",
                            "sqs:ChangeMessageVisibility"),
                    Map.entry("DynamoDbClient.batchGetItem", "dynamodb:BatchGetItem"),
                    Map.entry("DynamoDbClient.batchWriteItem", "dynamodb:BatchWriteItem"),
                    Map.entry("DynamoDbClient.deleteItem", "dynamodb:DeleteItem"),
                    Map.entry("DynamoDbClient.describeTable", "dynamodb:DescribeTable"),
                    Map.entry("DynamoDbClient.getItem", "dynamodb:GetItem"),
                    Map.entry("DynamoDbClient.putItem", "dynamodb:PutItem"),
                    Map.entry("DynamoDbClient.query", "dynamodb:Query"),
                    Map.entry("DynamoDbClient.queryPaginator", "dynamodb:Query"),
                    Map.entry("DynamoDbClient.scanPaginator", "dynamodb:Scan"),
                    Map.entry("DynamoDbClient.transactGetItems", "dynamodb:GetItem"),
                    Map.entry("DynamoDbClient.updateItem", "dynamodb:UpdateItem"),
                    // A transaction needs the actions of its parts.
                    Map.entry("DynamoDbClient.transactWriteItems", ""),
                    Map.entry("Put.builder", "dynamodb:PutItem"),
                    Map.entry("Update.builder", "dynamodb:UpdateItem"),
                    Map.entry("Delete.builder", "dynamodb:DeleteItem"),
                    Map.entry("ConditionCheck.builder", "dynamodb:ConditionCheckItem"),
                    Map.entry(
                            "SecretsManagerClient.getSecretValue",
                            "secretsmanager:GetSecretValue"));

    private static final Set<String> OF_NO_ACTION = Set.of("builder", "create", "close");

    private final JavaClasses all = BuiltModule.deployed();
    private final Set<JavaCodeUnit> seen = new HashSet<>();
    private final ArrayDeque<JavaCodeUnit> open = new ArrayDeque<>();
    private final Map<JavaClass, Set<JavaCodeUnit>> unmade = new HashMap<>();
    private final Set<String> actions = new TreeSet<>();

    /** IAM actions that the function's code needs. */
    static Set<String> of(Function function) {
        var calls = new ReachableCalls();
        calls.start(function);
        calls.follow();
        return calls.actions;
    }

    private void start(Function function) {
        var own = new BuiltModule("functions/" + function.label()).classes();
        var names = own.stream().map(JavaClass::getName).collect(Collectors.toSet());
        // Beans that no code names: Quarkus finds them, such as the health checks.
        if (!function.reads().isEmpty()) {
            names.add("io.orderloom.kit.secret.SecretsConfigSourceFactory");
        }
        names.add("io.orderloom.kit.health.QueueCheck");
        if (function.usesTable()) {
            names.add("io.orderloom.kit.health.TableCheck");
        }
        names.forEach(name -> all.get(name).getCodeUnits().forEach(this::reach));
    }

    private void reach(JavaCodeUnit unit) {
        if (seen.add(unit)) {
            open.add(unit);
            // The container may have made the object, which is a call not seen here.
            unit.getOwner().getConstructors().forEach(this::reach);
            unit.getOwner().getStaticInitializer().ifPresent(this::reach);
            Optional.ofNullable(unmade.remove(unit.getOwner()))
                    .ifPresent(units -> units.forEach(this::reach));
        }
    }

    private void follow() {
        while (!open.isEmpty()) {
            for (var access : open.remove().getAccessesFromSelf()) {
                follow(access);
            }
        }
    }

    private void follow(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return;
        }
        var owner = target.getOwner();
        if (owner.getName().startsWith(SDK)) {
            call(owner, target.getName());
        } else if (owner.getName().startsWith("io.orderloom.")) {
            Stream.concat(
                            Stream.concat(Stream.of(owner), owner.getAllRawSuperclasses().stream()),
                            owner.getAllSubclasses().stream())
                    .flatMap(type -> type.getCodeUnits().stream())
                    .filter(unit -> same(unit, target))
                    .forEach(unit -> dispatch(owner, unit));
        }
    }

    /** Follows an implementation only once there can be an instance of it. */
    private void dispatch(JavaClass called, JavaCodeUnit unit) {
        var type = unit.getOwner();
        if (called.isAssignableTo(type.getName()) || isBean(type) || isMade(type)) {
            reach(unit);
        } else {
            unmade.computeIfAbsent(type, _ -> new HashSet<>()).add(unit);
        }
    }

    private boolean isMade(JavaClass type) {
        return type.isEnum() || type.getConstructors().stream().anyMatch(seen::contains);
    }

    private static boolean isBean(JavaClass type) {
        return type.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().getName().startsWith("jakarta."));
    }

    private static boolean same(JavaCodeUnit unit, CodeUnitAccessTarget target) {
        return unit.getName().equals(target.getName())
                && unit.getRawParameterTypes().size() == target.getRawParameterTypes().size();
    }

    private void call(JavaClass owner, String method) {
        var call = owner.getSimpleName() + "." + method;
        var action = ACTIONS.get(call);
        if (action != null) {
            Stream.of(action).filter(name -> !name.isEmpty()).forEach(actions::add);
        } else if (owner.getSimpleName().endsWith("Client") && !OF_NO_ACTION.contains(method)) {
            throw new AssertionError(
                    "%s is called, and this test does not know which action of IAM that takes"
                            .formatted(call));
        }
    }
}
