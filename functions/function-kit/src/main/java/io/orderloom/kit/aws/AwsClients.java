package io.orderloom.kit.aws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** The clients of queues and table, as Quarkus configures them, on connections that they share. */
@ApplicationScoped
class AwsClients {
    @Produces
    @Singleton
    KeptAliveHttpClient connections() {
        return new KeptAliveHttpClient();
    }

    /** Without the MD5 of each message: TLS holds the bytes together already. */
    @Produces
    @Singleton
    SqsClient queues(SqsClientBuilder configured, KeptAliveHttpClient connections) {
        return configured
                .httpClientBuilder(null)
                .httpClient(connections)
                .checksumValidationEnabled(false)
                .build();
    }

    @Produces
    @Singleton
    DynamoDbClient table(DynamoDbClientBuilder configured, KeptAliveHttpClient connections) {
        return configured.httpClientBuilder(null).httpClient(connections).build();
    }
}
