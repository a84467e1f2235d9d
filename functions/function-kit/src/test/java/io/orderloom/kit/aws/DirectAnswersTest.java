package io.orderloom.kit.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Compares what is read of answers with what the SDK reads. */
class DirectAnswersTest extends BothClients {
    @Test
    void an_answer_is_read_as_the_sdk_reads_it() throws IOException {
        var item =
                new String(
                        AwsJson.bytes(WriteRequest.builder().putRequest(p -> p.item(ITEM)).build()),
                        UTF_8);
        var plain = JSON.readTree(item).path("PutRequest").path("Item");
        var body =
                "{\"Responses\":{\"orders\":[%s,{}]},\"UnprocessedKeys\":{\"orders\":{\"Keys\":[%s],\"ConsistentRead\":true}},\"ConsumedCapacity\":[{\"TableName\":\"orders\",\"CapacityUnits\":2.5}],\"Newer\":[{\"x\":null}]}"
                        .formatted(plain, plain);
        answers.add(new Answer(200, body));
        answers.add(new Answer(200, body));

        var read = table.batchGetItem(r -> r.requestItems(Map.of()));

        assertThat(read.equalsBySdkFields(tableOfSdk.batchGetItem(r -> r.requestItems(Map.of()))))
                .isTrue();
        assertThat(read.responses().getOrDefault("orders", List.of()).getFirst()).isEqualTo(ITEM);
        assertThat(seen).hasSize(2);
    }

    @Test
    void a_refused_message_of_a_batch_is_read_as_the_sdk_reads_it() {
        var body =
                "{\"Successful\":[{\"Id\":\"0\",\"MessageId\":\"m\",\"MD5OfMessageBody\":\"5\",\"SequenceNumber\":\"9\"}],\"Failed\":[{\"Id\":\"1\",\"SenderFault\":true,\"Code\":\"c\",\"Message\":null}]}";
        answers.add(new Answer(200, body));
        answers.add(new Answer(200, body));

        var read = sqs.sendMessageBatch(r -> r.queueUrl("q"));

        assertThat(read.equalsBySdkFields(sqsOfSdk.sendMessageBatch(r -> r.queueUrl("q"))))
                .isTrue();
        assertThat(read.failed().getFirst().senderFault()).isTrue();
    }
}
