package io.orderloom.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderloom.aws.contract.Aws;
import io.orderloom.container.Provision.Provisioned;
import io.orderloom.topology.Queue;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Queues and a table under names of this run's own, so that a stack in use is not touched. */
record Stack(
        Endpoint endpoint,
        SqsClient sqs,
        DynamoDbClient dynamo,
        Provision provision,
        Provisioned provisioned)
        implements Aws {

    /** On the endpoint that {@code ENDPOINT} names, or on LocalStack. */
    static Stack onEndpointOrSkip(String contract) {
        return on(endpointOrSkip(contract));
    }

    static Endpoint endpointOrSkip(String contract) {
        var endpoint = Endpoint.open();
        if (endpoint.isEmpty()) {
            System.err.println(
                    "SKIPPED: the %s contract was not checked on LocalStack: neither Docker nor ENDPOINT is there"
                            .formatted(contract));
        }
        assumeTrue(endpoint.isPresent(), "needs Docker or ENDPOINT");
        return endpoint.get();
    }

    static Stack embedded() {
        return on(EmbeddedEmulators.shared());
    }

    private static Stack on(Endpoint endpoint) {
        var sqs = endpoint.sqsClient();
        var dynamo = endpoint.dynamoClient();
        var prefix = "contract-%d-%x-".formatted(ProcessHandle.current().pid(), System.nanoTime());
        var provision = new Provision(sqs, dynamo, prefix);
        return new Stack(endpoint, sqs, dynamo, provision, provision.all());
    }

    @Override
    public String url(Queue queue) {
        return Objects.requireNonNull(provisioned.urls().get(queue));
    }

    @Override
    public String deadLetterUrl(Queue queue) {
        return Objects.requireNonNull(provisioned.deadLetterUrls().get(queue));
    }

    @Override
    public String table() {
        return provisioned.table();
    }

    @Override
    public void close() {
        Stream.of(provisioned.urls(), provisioned.deadLetterUrls())
                .flatMap(urls -> urls.values().stream())
                .forEach(url -> sqs.deleteQueue(r -> r.queueUrl(url)));
        dynamo.deleteTable(r -> r.tableName(provisioned.table()));
        sqs.close();
        dynamo.close();
        endpoint.close();
    }
}
