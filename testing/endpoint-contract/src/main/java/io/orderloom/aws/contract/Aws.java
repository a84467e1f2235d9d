package io.orderloom.aws.contract;

import io.orderloom.topology.Queue;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The topology's queues and table, wherever they are. */
public interface Aws extends AutoCloseable {

    SqsClient sqs();

    DynamoDbClient dynamo();

    String url(Queue queue);

    String deadLetterUrl(Queue queue);

    /** The table's name. */
    String table();

    /** What is there within a second. */
    default List<Message> receive(String url, int visibilitySeconds) {
        return receive(url, visibilitySeconds, 1);
    }

    /** What is there by then; the first to come ends the wait. */
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
