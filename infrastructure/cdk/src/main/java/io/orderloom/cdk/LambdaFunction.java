package io.orderloom.cdk;

import io.orderloom.topology.Dimension;
import io.orderloom.topology.Metric;
import io.orderloom.topology.Schedule;
import io.orderloom.topology.Secret;
import io.orderloom.topology.Setting;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * A function of the topology, its role, its log, and the alias that all callers use.
 *
 * <p>Everything that a version depends on must be set before {@link #alias} is made.
 */
record LambdaFunction(
        io.orderloom.topology.Function function, Function construct, FunctionRole role) {
    static final String LIVE = "live";

    /**
     * Funqy's entry for a JVM package. A native executable needs none, but Lambda requires a name.
     */
    private static final String HANDLER =
            "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";

    /** A native Quarkus must not handle signals on Lambda, which ends instances by itself. */
    private static final String NO_SIGNAL_HANDLERS = "DISABLE_SIGNAL_HANDLERS";

    /** CPU comes with memory, and class files need more of it until they are warm. */
    private static final int JVM_MEMORY_FACTOR = 2;

    static LambdaFunction of(
            Construct scope,
            Stage stage,
            IKey key,
            io.orderloom.topology.Function function,
            FunctionPackage built) {
        var log =
                LogGroup.Builder.create(scope, function.label() + "-log")
                        .logGroupName("/aws/lambda/" + stage.named(function.functionName()))
                        .retention(
                                Retention.days(
                                        "logRetentionDays", stage.parameters().logRetentionDays()))
                        .removalPolicy(stage.removal())
                        .build();
        var role = FunctionRole.of(scope, roleId(function), function.label(), key, log);
        var builder =
                Function.Builder.create(scope, function.label())
                        .functionName(stage.named(function.functionName()))
                        .runtime(runtime(built.kind()))
                        .architecture(stage.parameters().architecture().architecture())
                        .handler(HANDLER)
                        .code(Code.fromAsset(built.zip().toString()))
                        .memorySize(memory(function, built.kind()))
                        .timeout(Duration.seconds(function.timeout().toSeconds()))
                        .role(role.role().withoutPolicyUpdates())
                        .environment(variables(stage, function, built.kind()))
                        .tracing(Tracing.ACTIVE)
                        .logGroup(log)
                        .loggingFormat(LoggingFormat.JSON)
                        .applicationLogLevelV2(ApplicationLogLevel.INFO)
                        // At INFO, Lambda would add three lines of its own for each successful
                        // invocation.
                        .systemLogLevelV2(SystemLogLevel.WARN)
                        // Rolling back by hand needs the versions before.
                        .currentVersionOptions(
                                VersionOptions.builder()
                                        .removalPolicy(RemovalPolicy.RETAIN)
                                        .build());
        if (function.route().isPresent() && stage.parameters().reservedConcurrency() > 0) {
            builder.reservedConcurrentExecutions(stage.parameters().reservedConcurrency());
        }
        var made = builder.build();
        return new LambdaFunction(function, made, role);
    }

    void set(String variable, String value) {
        construct.addEnvironment(variable, value);
    }

    /** The alias that callers call; a deployment moves it from one version to the next. */
    Alias alias(Construct scope) {
        return Alias.Builder.create(scope, function.label() + "-live")
                .aliasName(LIVE)
                .version(construct.getCurrentVersion())
                .build();
    }

    /** Makes the other resource depend on the alias, but not on the alias's event sources. */
    static void first(Alias alias, IConstruct other) {
        other.getNode().addDependency(Objects.requireNonNull(alias.getNode().getDefaultChild()));
    }

    /**
     * A version keeps the role that it was published with. The role's id depends on whether the
     * function reads secrets and whether it sweeps. When that changes, the version before keeps its
     * role until it is replaced, because it would not start without its secrets, and its sweeps
     * would fail.
     */
    private static String roleId(io.orderloom.topology.Function function) {
        if (!function.reads().isEmpty()) {
            return function.label() + "-role";
        }
        boolean sweeps = Stream.of(Schedule.values()).anyMatch(one -> one.function() == function);
        return function.label() + (sweeps ? "-role-no-secrets" : "-role-no-sweeps");
    }

    private static Map<String, String> variables(
            Stage stage, io.orderloom.topology.Function function, FunctionPackage.Kind kind) {
        var variables = FunctionSettings.of(stage.parameters(), function);
        if (executable(kind)) {
            variables.put(NO_SIGNAL_HANDLERS, "true");
        }
        variables.put(Dimension.STAGE_VARIABLE, stage.name());
        variables.put(Setting.SECRETS_READ_AT.variable(), stage.parameters().secretsReadAt());
        if (Metric.MONEY_AT_RISK.emitters().contains(function)) {
            variables.put(
                    Dimension.CURRENCIES_VARIABLE,
                    String.join(",", stage.parameters().currencies()));
        }
        if (!function.reads().isEmpty()) {
            variables.put(
                    Secret.VARIABLE,
                    function.reads().stream()
                            .map(secret -> stage.named(secret.secretName()))
                            .sorted()
                            .collect(Collectors.joining(",")));
        }
        return variables;
    }

    private static int memory(io.orderloom.topology.Function function, FunctionPackage.Kind kind) {
        return switch (kind) {
            case JVM, SCRIPT -> JVM_MEMORY_FACTOR * function.memoryMegabytes();
            case NATIVE_ARM64, NATIVE_X86_64 -> function.memoryMegabytes();
        };
    }

    private static Runtime runtime(FunctionPackage.Kind kind) {
        return switch (kind) {
            case JVM -> Runtime.JAVA_25;
            case SCRIPT, NATIVE_ARM64, NATIVE_X86_64 -> Runtime.PROVIDED_AL2023;
        };
    }

    private static boolean executable(FunctionPackage.Kind kind) {
        return switch (kind) {
            case JVM, SCRIPT -> false;
            case NATIVE_ARM64, NATIVE_X86_64 -> true;
        };
    }
}
