package io.orderloom.desk;

import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The place of the orders: on AWS, at a named endpoint, as in the tests of LocalStack, or where the
 * stack of this machine is.
 *
 * @param region the region that clients of an emulator use; for AWS it comes from the environment
 * @param prefix of all names: the stage with a hyphen on AWS, empty elsewhere
 */
record CommandTarget(
        Optional<URI> sqs,
        Optional<URI> dynamoDb,
        Optional<URI> secretsManager,
        Region region,
        String prefix) {
    /** The stage that runs on an emulator of this machine and in no AWS account. */
    private static final String LOCAL = "local";

    /**
     * @throws UsageException for the stage local without an endpoint, because the command would
     *     reach AWS; and without a stage if no endpoint is named and no stack is running here
     */
    static CommandTarget of(Map<String, String> environment) {
        var one = variable(environment, "ENDPOINT");
        if (one.isEmpty() && variable(environment, "ORDERLOOM_STAGE").equals(Optional.of(LOCAL))) {
            throw new UsageException(
                    "The stage local is on an emulator, and ENDPOINT does not say where it is. Start one: make emulator");
        }
        var sqs = variable(environment, "AWS_ENDPOINT_URL_SQS").or(() -> one).map(URI::create);
        var dynamoDb =
                variable(environment, "AWS_ENDPOINT_URL_DYNAMODB").or(() -> one).map(URI::create);
        boolean here =
                variable(environment, "ORDERLOOM_STAGE").isEmpty()
                        && (sqs.isEmpty() || dynamoDb.isEmpty());
        var running = here ? Optional.of(running(environment)) : Optional.<RunningStack>empty();
        return new CommandTarget(
                sqs.or(() -> running.map(RunningStack::sqs)),
                dynamoDb.or(() -> running.map(RunningStack::dynamoDb)),
                one.map(URI::create),
                variable(environment, "AWS_REGION").map(Region::of).orElse(Region.US_EAST_1),
                variable(environment, "ORDERLOOM_STAGE").map(stage -> stage + "-").orElse(""));
    }

    private static RunningStack running(Map<String, String> environment) {
        var data = variable(environment, "DATA").orElse(".orderloom");
        return RunningStack.below(Path.of(data))
                .orElseThrow(() ->
                        new UsageException(
                                "No stack is running here (%s): start one with make run, or give ENDPOINT=… or STAGE=…"
                                        .formatted(data)));
    }

    /** The topology's name with this stage's prefix. */
    String named(String name) {
        return prefix + name;
    }

    String table() {
        return named(Table.NAME);
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

    SecretsManagerClient secretsManagerClient() {
        var builder = SecretsManagerClient.builder().httpClient(ApacheHttpClient.create());
        secretsManager.ifPresent(endpoint -> local(builder, endpoint));
        return builder.build();
    }

    String url(SqsClient client, Queue queue) {
        return client.getQueueUrl(r -> r.queueName(prefix + queue.queueName())).queueUrl();
    }

    /** Emulators do not check credentials, but the SDK puts some into every request. */
    private void local(AwsClientBuilder<?, ?> builder, URI endpoint) {
        builder.endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
