package io.orderloom.aws.contract;

import io.orderloom.topology.Queue;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The topology's queues and table in some environment. */
public interface Aws extends AutoCloseable {

    SqsClient sqs();

    DynamoDbClient dynamo();

    String url(Queue queue);

    String deadLetterUrl(Queue queue);

    /** The table's name. */
    String table();

    /** Receives the messages that come within a second. */
    default List<Message> receive(String url, int visibilitySeconds) {
        return receive(url, visibilitySeconds, 1);
    }

    /** Receives messages and returns as soon as the first comes, or after the given time. */
    default List<Message> receive(String url, int visibilitySeconds, int waitSeconds) {
        return sqs().receiveMessage(r ->
                        r.queueUrl(url)
                                .maxNumberOfMessages(10)
                                .visibilityTimeout(visibilitySeconds)
                                .messageSystemAttributeNamesWithStrings("All")
                                .messageAttributeNames("All")
                                .waitTimeSeconds(waitSeconds))
                .messages();
    }

    @Override
    void close();
}
