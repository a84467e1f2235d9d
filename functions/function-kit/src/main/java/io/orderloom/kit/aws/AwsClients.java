package io.orderloom.kit.aws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** The clients of queues and table, as Quarkus configures them, on connections that they share. */
@ApplicationScoped
class AwsClients {
    @Produces
    @Singleton
    KeptConnections connections() {
        return new KeptConnections();
    }

    void close(@Disposes KeptConnections connections) {
        connections.close();
    }

    /** Without the MD5 of each message: TLS holds the bytes together already. */
    @Produces
    @Singleton
    SqsClient queues(SqsClientBuilder configured, KeptConnections connections) {
        var sdk =
                configured
                        .httpClientBuilder(null)
                        .httpClient(new KeptAliveHttpClient(connections))
                        .checksumValidationEnabled(false)
                        .build();
        return new DirectSqs(
                sdk,
                new DirectCalls(
                        connections,
                        "sqs",
                        "AmazonSQS",
                        sdk.serviceClientConfiguration(),
                        RegionalEndpoints::queues,
                        DirectCalls.Refusals.NONE,
                        Clock.systemUTC()));
    }

    @Produces
    @Singleton
    DynamoDbClient table(DynamoDbClientBuilder configured, KeptConnections connections) {
        var sdk =
                configured
                        .httpClientBuilder(null)
                        .httpClient(new KeptAliveHttpClient(connections))
                        .build();
        return new DirectDynamoDb(
                sdk,
                new DirectCalls(
                        connections,
                        "dynamodb",
                        "DynamoDB_20120810",
                        sdk.serviceClientConfiguration(),
                        RegionalEndpoints::table,
                        DirectDynamoDb::conditionFailed,
                        Clock.systemUTC()));
    }
}
