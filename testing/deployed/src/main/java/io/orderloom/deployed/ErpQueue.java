package io.orderloom.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StackJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The deployed queue of ERP tasks, and the event source that hands its messages to the function.
 */
final class ErpQueue implements AutoCloseable {
    private static final String NAME = "local-orderloom-erp.fifo";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private final LocalStage stage;
    private final HttpClient http;
    private final SqsClient sqs;
    private final String url;

    ErpQueue(LocalStage stage, HttpClient http) {
        this.stage = stage;
        this.http = http;
        this.sqs = LocalAws.sqs(stage.endpoint());
        this.url = sqs.getQueueUrl(r -> r.queueName(NAME)).queueUrl();
    }

    /** The number of messages that are visible. */
    int waiting() {
        return count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    /** The number of all messages, also those that a function is handling. */
    int all() {
        return waiting() + count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    /** Deletes all messages in the queue. */
    void purge() {
        sqs.purgeQueue(r -> r.queueUrl(url));
    }

    /** Switches the event source on or off. */
    void handOut(boolean whether) throws IOException, InterruptedException {
        var mappings = lambda("GET", "/", BodyPublishers.noBody()).path("EventSourceMappings");
        int changed = 0;
        for (var mapping : mappings) {
            if (mapping.path("EventSourceArn").asText().endsWith(":" + NAME)) {
                var body = StackJson.object().put("Enabled", whether).toString();
                lambda(
                        "PUT",
                        "/" + mapping.path("UUID").asText(),
                        BodyPublishers.ofString(body, StandardCharsets.UTF_8));
                changed++;
            }
        }
        if (changed != 1) {
            throw new IllegalStateException(
                    "%d event sources hand out messages of %s; it should be one"
                            .formatted(changed, NAME));
        }
    }

    /**
     * Calls the Lambda API. The header names service and region; an emulator checks no signature.
     */
    private JsonNode lambda(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                stage.endpoint()
                                        .resolve("/2015-03-31/event-source-mappings" + path))
                        .header(
                                "authorization",
                                "AWS4-HMAC-SHA256 Credential=%s/%s/%s/lambda/aws4_request, SignedHeaders=host, Signature=none"
                                        .formatted(
                                                LocalAws.ACCESS_KEY,
                                                DAY.format(Instant.now()),
                                                LocalAws.REGION))
                        .method(method, body)
                        .build();
        return StackJson.parse(http.send(request, BodyHandlers.ofByteArray()).body()).orElseThrow();
    }

    private int count(QueueAttributeName attribute) {
        return Integer.parseInt(
                sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(attribute))
                        .attributes()
                        .get(attribute));
    }

    @Override
    public void close() {
        sqs.close();
    }
}
