package io.orderloom.desk;

import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Where orders are: on AWS, or wherever an endpoint is named, as for the tests of LocalStack.
 *
 * @param prefix of all names: the stage with a hyphen on AWS, empty elsewhere
 */
record Place(Optional<URI> sqs, Optional<URI> dynamoDb, String prefix) {

    static Place of(Map<String, String> environment) {
        var one = variable(environment, "ENDPOINT");
        return new Place(
                variable(environment, "AWS_ENDPOINT_URL_SQS").or(() -> one).map(URI::create),
                variable(environment, "AWS_ENDPOINT_URL_DYNAMODB").or(() -> one).map(URI::create),
                variable(environment, "ORDERLOOM_STAGE").map(stage -> stage + "-").orElse(""));
    }

    String table() {
        return prefix + Table.NAME;
    }

    SqsClient sqsClient() {
        var builder = SqsClient.builder().httpClient(ApacheHttpClient.create());
        sqs.ifPresent(endpoint -> local(builder, endpoint));
        return builder.build();
    }

    DynamoDbClient dynamoDbClient() {
        var builder = DynamoDbClient.builder().httpClient(ApacheHttpClient.create());
        dynamoDb.ifPresent(endpoint -> local(builder, endpoint));
        return builder.build();
    }

    String url(SqsClient client, Queue queue) {
        return client.getQueueUrl(r -> r.queueName(prefix + queue.queueName())).queueUrl();
    }

    /** No emulator looks at credentials, but every request carries some. */
    private static void local(AwsClientBuilder<?, ?> builder, URI endpoint) {
        builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
