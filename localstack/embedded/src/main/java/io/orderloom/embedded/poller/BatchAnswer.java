package io.orderloom.embedded.poller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.orderloom.embedded.common.StackJson;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides which messages of a batch are done, by the rules of "Implementing partial batch
 * responses" in the Lambda developer guide.
 */
final class BatchAnswer {
    private static final String FAILURES = "batchItemFailures";
    private static final String IDENTIFIER = "itemIdentifier";

    private BatchAnswer() {}

    /**
     * @param ids of all messages in the batch
     * @return those to delete; none when the answer can't be understood
     */
    static Set<String> succeeded(Set<String> ids, byte[] answer) {
        if (answer.length == 0) {
            return ids;
        }
        return StackJson.parse(answer).map(json -> succeeded(ids, json)).orElse(Set.of());
    }

    private static Set<String> succeeded(Set<String> ids, JsonNode answer) {
        var failures = answer.isObject() ? answer.path(FAILURES) : NullNode.getInstance();
        if (failures.isMissingNode() || failures.isNull()) {
            return answer.isObject() || answer.isNull() ? ids : Set.of();
        }
        if (!failures.isArray()) {
            return Set.of();
        }
        var done = new HashSet<>(ids);
        for (var failure : failures) {
            // An empty, missing or unknown identifier fails the whole batch.
            var identifier = failure.path(IDENTIFIER);
            if (!identifier.isTextual() || !ids.contains(identifier.asText())) {
                return Set.of();
            }
            done.remove(identifier.asText());
        }
        return done;
    }
}
