package io.orderloom.cdk;

import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** A function of the topology, its log, and what it may do. */
record LambdaFunction(Function construct) {
    /** Funqy's entry for a JVM package; a native executable needs none but Lambda wants a name. */
    private static final String HANDLER =
            "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";

    /** What the order store calls, and nothing else. */
    private static final String[] TABLE_ACTIONS = {
        "dynamodb:BatchGetItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:ConditionCheckItem",
        "dynamodb:DescribeTable",
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:Query"
    };

    static LambdaFunction of(
            Construct scope,
            Stage stage,
            io.orderloom.topology.Function function,
            FunctionPackage built) {
        var log =
                LogGroup.Builder.create(scope, function.label() + "-log")
                        .retention(RetentionDays.ONE_MONTH)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        return new LambdaFunction(
                Function.Builder.create(scope, function.label())
                        .functionName(stage.named(function.functionName()))
                        .runtime(runtime(built.kind()))
                        .architecture(architecture(built.kind()))
                        .handler(HANDLER)
                        .code(Code.fromAsset(built.zip().toString()))
                        .memorySize(function.memoryMegabytes())
                        .timeout(Duration.seconds(function.timeout().toSeconds()))
                        .logGroup(log)
                        .build());
    }

    void maySend(Queue queue, IQueue deployed) {
        knows(queue, deployed);
        deployed.grantSendMessages(construct);
    }

    void knows(Queue queue, IQueue deployed) {
        construct.addEnvironment(queue.urlVariable(), deployed.getQueueUrl());
    }

    void mayUse(TableV2 table) {
        construct.addEnvironment(Table.NAME_VARIABLE, table.getTableName());
        table.grant(construct, TABLE_ACTIONS);
    }

    private static Runtime runtime(FunctionPackage.Kind kind) {
        return switch (kind) {
            case JVM -> Runtime.JAVA_25;
            case NATIVE_ARM64, NATIVE_X86_64 -> Runtime.PROVIDED_AL2023;
        };
    }

    private static Architecture architecture(FunctionPackage.Kind kind) {
        return switch (kind) {
            case JVM, NATIVE_ARM64 -> Architecture.ARM_64;
            case NATIVE_X86_64 -> Architecture.X86_64;
        };
    }
}
