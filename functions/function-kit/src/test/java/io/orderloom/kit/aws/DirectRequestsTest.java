package io.orderloom.kit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Compares requests that go past the SDK with those that it would have sent. */
class DirectRequestsTest extends BothClients {
    @Test
    void a_message_goes_as_the_sdk_would_have_sent_it() throws IOException {
        sameFromBoth(
                sqs,
                sqsOfSdk,
                client ->
                        client.sendMessage(r ->
                                r.queueUrl(address() + "/000000000000/inbound")
                                        .messageBody("{\"größe\":1,\"emoji\":\"\uD83D\uDE00\"}")
                                        .delaySeconds(3)
                                        .messageAttributes(Map.of("traceparent", text("00-1-2-01")))
                                        .messageSystemAttributes(
                                                Map.of(
                                                        MessageSystemAttributeNameForSends
                                                                .AWS_TRACE_HEADER,
                                                        MessageSystemAttributeValue.builder()
                                                                .dataType("String")
                                                                .stringValue("Root=1-2-3")
                                                                .build()))));
    }

    @Test
    void a_batch_of_messages_goes_as_the_sdk_would_have_sent_it() throws IOException {
        sameFromBoth(
                sqs,
                sqsOfSdk,
                client ->
                        client.sendMessageBatch(r ->
                                r.queueUrl(address() + "/000000000000/erp.fifo")
                                        .entries(
                                                entry("0").messageGroupId("g").build(),
                                                entry("1").messageDeduplicationId("d").build())));
    }

    @Test
    void an_item_goes_as_the_sdk_would_have_sent_it() throws IOException {
        sameFromBoth(
                table,
                tableOfSdk,
                client ->
                        client.putItem(r ->
                                r.tableName("orders")
                                        .item(ITEM)
                                        .conditionExpression("attribute_not_exists(#k)")
                                        .expressionAttributeNames(Map.of("#k", "PK"))));
    }

    @Test
    void an_update_a_query_and_batches_go_as_the_sdk_would_have_sent_them() throws IOException {
        sameFromBoth(
                table,
                tableOfSdk,
                client ->
                        client.updateItem(r ->
                                r.tableName("orders")
                                        .key(Map.of("PK", AttributeValue.fromS("ORDER#1")))
                                        .updateExpression("SET a = :a")
                                        .expressionAttributeValues(ITEM)));
        sameFromBoth(
                table,
                tableOfSdk,
                client ->
                        client.query(r ->
                                r.tableName("orders")
                                        .keyConditionExpression("PK = :a")
                                        .expressionAttributeValues(ITEM)
                                        .scanIndexForward(false)
                                        .consistentRead(true)
                                        .limit(7)));
        sameFromBoth(
                table,
                tableOfSdk,
                client ->
                        client.batchWriteItem(r ->
                                r.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                        .requestItems(
                                                Map.of(
                                                        "orders",
                                                        List.of(
                                                                WriteRequest.builder()
                                                                        .putRequest(
                                                                                p -> p.item(ITEM))
                                                                        .build())))));
        sameFromBoth(
                table,
                tableOfSdk,
                client ->
                        client.batchGetItem(r ->
                                r.requestItems(
                                        Map.of(
                                                "orders",
                                                KeysAndAttributes.builder()
                                                        .keys(List.of(ITEM))
                                                        .consistentRead(true)
                                                        .build()))));
    }

    @Test
    void a_request_with_settings_of_its_own_is_left_to_the_sdk() {
        sqs.sendMessage(r ->
                r.queueUrl("q")
                        .messageBody("x")
                        .overrideConfiguration(o -> o.putHeader("x-of-its-own", "1")));

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().header("x-of-its-own")).isEqualTo("1");
    }

    @Test
    void an_endpoint_below_a_path_is_left_to_the_sdk() {
        try (var below = sqsAt(URI.create(address() + "/emulator"))) {
            var client =
                    new DirectSqs(
                            below, calls("sqs", "AmazonSQS", below.serviceClientConfiguration()));

            client.sendMessage(r -> r.queueUrl("q").messageBody("x"));
        }

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().path()).startsWith("/emulator");
    }

    @Test
    void lambda_is_told_which_invocation_a_request_belongs_to() {
        System.setProperty("com.amazonaws.xray.traceHeader", "Root=1-5f84c7a5-x;Lineage=1:2");
        try {
            sqs.sendMessage(r -> r.queueUrl("q").messageBody("x"));
        } finally {
            System.clearProperty("com.amazonaws.xray.traceHeader");
        }

        assertThat(seen.getFirst().header("x-amzn-trace-id"))
                .isEqualTo("Root=1-5f84c7a5-x;Lineage=1:2");
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }

    private static SendMessageBatchRequestEntry.Builder entry(String id) {
        return SendMessageBatchRequestEntry.builder()
                .id(id)
                .messageBody("body of " + id)
                .messageAttributes(Map.of("traceparent", text("00-1-2-01")));
    }
}
