package io.orderloom.container;

import java.net.URI;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The address of SQS and DynamoDB, or of an emulator of both.
 *
 * @param sqs the address of SQS
 * @param dynamo the address of DynamoDB; at LocalStack it is that of SQS, too
 * @param closing ends what was started for the endpoint
 */
public record Endpoint(URI sqs, URI dynamo, Runnable closing) implements AutoCloseable {
    /**
     * System property with the endpoint's address; it is read before {@code ENDPOINT}, so that one
     * process can use several endpoints one after another.
     */
    public static final String PROPERTY = "orderloom.endpoint";

    private static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";

    /** Emulators do not check credentials, but the SDK puts some into every request. */
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    /**
     * The endpoint that {@code ENDPOINT} or the property names (or {@code AWS_ENDPOINT_URL_SQS} and
     * {@code AWS_ENDPOINT_URL_DYNAMODB} each), otherwise a container if there is Docker, otherwise
     * none.
     */
    public static Optional<Endpoint> open() {
        return running().or(Endpoint::container);
    }

    private static Optional<Endpoint> running() {
        var one = Optional.ofNullable(System.getProperty(PROPERTY)).or(() -> variable("ENDPOINT"));
        var sqs = variable("AWS_ENDPOINT_URL_SQS").or(() -> one);
        var dynamo = variable("AWS_ENDPOINT_URL_DYNAMODB").or(() -> one);
        return sqs.flatMap(
                s -> dynamo.map(d -> new Endpoint(URI.create(s), URI.create(d), () -> {})));
    }

    /** A container of its own if there is Docker. */
    public static Optional<Endpoint> container() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        var container =
                new LocalStackContainer(DockerImageName.parse(Image.PINNED))
                        .withServices("sqs", "dynamodb", "secretsmanager", "scheduler");
        variable(TOKEN).ifPresent(token -> container.withEnv(TOKEN, token));
        container.start();
        return Optional.of(
                new Endpoint(container.getEndpoint(), container.getEndpoint(), container::stop));
    }

    public SqsClient sqsClient() {
        return client(SqsClient.builder(), sqs);
    }

    public DynamoDbClient dynamoClient() {
        return client(DynamoDbClient.builder(), dynamo);
    }

    /** A client of any service at the address. */
    public static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
            B builder, URI address) {
        return builder.endpointOverride(address)
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        closing.run();
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
