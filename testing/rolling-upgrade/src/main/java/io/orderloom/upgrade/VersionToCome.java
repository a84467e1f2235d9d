package io.orderloom.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Changes stored items and queued messages as if a later version had written them: every object of
 * every item and message gets a field that this version doesn't know.
 */
final class VersionToCome {
    private static final String FIELD = "fromAVersionToCome";

    /**
     * Objects that are maps: their keys are data, so an additional one would not be an unknown
     * field.
     */
    private static final Set<String> MAPS = Set.of("data", "tallies", "headers");

    private final EmbeddedStack stack;

    VersionToCome(EmbeddedStack stack) {
        this.stack = stack;
    }

    /** Changes all items and messages and returns their number. */
    int rewrite() {
        return items() + messages();
    }

    private int items() {
        int rewritten = 0;
        try (var stored = new Stored(stack.dynamoDbEndpoint())) {
            var partitions =
                    stored.all().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            item -> Stored.text(item, Table.PARTITION_KEY)));
            for (var items : partitions.values()) {
                var newer =
                        items.stream()
                                .filter(VersionToCome::ours)
                                .map(VersionToCome::newer)
                                .toList();
                Chain.renew(newer);
                newer.forEach(stored::put);
                rewritten += newer.size();
            }
        }
        return rewritten;
    }

    /** Returns whether the functions wrote this item's content, unlike a payload as received. */
    private static boolean ours(Map<String, AttributeValue> item) {
        return item.containsKey(Stored.BODY)
                && !Stored.text(item, Table.SORT_KEY).startsWith("RAW#");
    }

    private static Map<String, AttributeValue> newer(Map<String, AttributeValue> item) {
        var newer = new HashMap<>(item);
        newer.put(Stored.BODY, Stored.packed(grown(Stored.body(item))));
        newer.computeIfPresent(Stored.TAIL, (_, entry) -> Stored.packed(grown(Stored.body(entry))));
        newer.put(FIELD, AttributeValue.fromS("added later"));
        return newer;
    }

    private int messages() {
        int rewritten = 0;
        try (var sqs = LocalAws.sqs(stack.sqsEndpoint())) {
            for (var queue : Queue.values()) {
                var url = stack.queues().url(queue);
                // A message that was sent again comes back, too: the end is a receive that brings
                // none.
                for (var all = waiting(sqs, url); !all.isEmpty(); all = waiting(sqs, url)) {
                    for (var message : all) {
                        if (!message.body().contains(FIELD)) {
                            resend(sqs, queue, message);
                            rewritten++;
                        }
                    }
                }
            }
        }
        return rewritten;
    }

    private List<Message> waiting(SqsClient sqs, String url) {
        return sqs.receiveMessage(r ->
                        r.queueUrl(url)
                                .maxNumberOfMessages(10)
                                .messageAttributeNames("All")
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private void resend(SqsClient sqs, Queue queue, Message message) {
        var url = stack.queues().url(queue);
        var body =
                grown(
                        StackJson.parse(message.body().getBytes(StandardCharsets.UTF_8))
                                .orElseThrow());
        sqs.sendMessage(r -> {
            r.queueUrl(url)
                    .messageBody(new String(StackJson.bytes(body), StandardCharsets.UTF_8))
                    .messageAttributes(message.messageAttributes());
            if (queue.fifo()) {
                r.messageGroupId(
                                message.attributes()
                                        .get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                        .messageDeduplicationId("newer-" + message.messageId());
            }
        });
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    static JsonNode grown(JsonNode value) {
        if (value instanceof ObjectNode object) {
            StackJson.fields(object.deepCopy())
                    .forEach(field -> {
                        if (!MAPS.contains(field.getKey())) {
                            object.set(field.getKey(), grown(field.getValue()));
                        }
                    });
            object.putObject(FIELD).put("why", "added later");
            return object;
        }
        if (value.isArray()) {
            var array = StackJson.array();
            value.forEach(each -> array.add(grown(each)));
            return array;
        }
        return value;
    }
}
