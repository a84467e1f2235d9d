package io.orderloom.kit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Compares the failures of requests that go past the SDK with those that it states. */
class DirectRefusalsTest extends BothClients {
    @Test
    void a_condition_that_fails_is_the_exception_that_the_sdk_makes_of_it_after_one_request() {
        var refusal =
                new Answer(
                        400,
                        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\",\"message\":\"no\"}");
        answers.add(refusal);
        answers.add(refusal);

        var ours = refused(table);
        var theirs = refused(tableOfSdk);

        assertThat(seen).hasSize(2);
        assertThat(ours.statusCode()).isEqualTo(theirs.statusCode());
        assertThat(ours.awsErrorDetails().errorCode())
                .isEqualTo(theirs.awsErrorDetails().errorCode());
        assertThat(ours.awsErrorDetails().errorMessage())
                .isEqualTo(theirs.awsErrorDetails().errorMessage());
        assertThat(ours.awsErrorDetails().serviceName())
                .isEqualTo(theirs.awsErrorDetails().serviceName());
        assertThat(ours.hasItem()).isEqualTo(theirs.hasItem());
    }

    @Test
    void a_condition_that_fails_names_the_item_that_refused_the_write() {
        var refusal =
                new Answer(
                        400,
                        "{\"__type\":\"x#ConditionalCheckFailedException\",\"message\":\"no\",\"Item\":{\"a\":{\"S\":\"b\"}}}");
        answers.add(refusal);
        answers.add(refusal);

        var ours = refused(table);

        assertThat(ours.item()).isEqualTo(Map.of("a", AttributeValue.fromS("b")));
        assertThat(ours.item()).isEqualTo(refused(tableOfSdk).item());
        assertThat(seen).hasSize(2);
    }

    @Test
    void any_other_refusal_is_left_to_the_sdk() {
        var missing = new Answer(400, "{\"__type\":\"x#ResourceNotFoundException\"}");
        answers.add(missing);
        answers.add(missing);
        assertThatThrownBy(() -> table.putItem(r -> r.tableName("orders").item(ITEM)))
                .isInstanceOf(ResourceNotFoundException.class);

        assertThat(seen).hasSize(2);
    }

    @Test
    void an_unreadable_answer_and_a_busy_service_cost_another_request_and_no_message() {
        answers.add(new Answer(200, "<html>"));
        sqs.sendMessage(r -> r.queueUrl("q").messageBody("first"));
        answers.add(new Answer(503, "{}"));
        sqs.sendMessage(r -> r.queueUrl("q").messageBody("second"));

        assertThat(seen)
                .extracting(Seen::message)
                .containsExactly("first", "first", "second", "second");
    }

    @Test
    void a_service_that_is_not_there_is_the_exception_that_the_sdk_makes_of_it() {
        server.stop(0);

        assertThatThrownBy(() -> sqs.sendMessage(r -> r.queueUrl("q").messageBody("x")))
                .isInstanceOf(SdkClientException.class);
    }

    private static ConditionalCheckFailedException refused(DynamoDbClient client) {
        return catchThrowableOfType(
                ConditionalCheckFailedException.class,
                () -> client.putItem(r -> r.tableName("orders").item(ITEM)));
    }
}
