package io.orderloom.embedded.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.StackJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The cost of a request as Shopify reports it, and the error for an empty bucket. */
final class QueryCost {
    private static final long REQUESTED = 50;
    private static final long BUCKET = 2_000;
    private static final long RESTORED_PER_SECOND = 100;

    private QueryCost() {}

    static Map<String, Object> ofAFullBucket() {
        return cost(BUCKET);
    }

    /**
     * @param restored the time until the bucket holds enough
     */
    static JsonNode throttled(Duration restored) {
        var missing = restored.toMillis() * RESTORED_PER_SECOND / 1000;
        var error = Map.of("message", "Throttled", "extensions", Map.of("code", "THROTTLED"));
        return StackJson.value(
                Map.of(
                        "errors",
                        List.of(error),
                        "extensions",
                        Map.of("cost", cost(REQUESTED - missing))));
    }

    private static Map<String, Object> cost(long available) {
        return Map.of(
                "requestedQueryCost",
                REQUESTED,
                "throttleStatus",
                Map.of(
                        "maximumAvailable",
                        BUCKET,
                        "currentlyAvailable",
                        available,
                        "restoreRate",
                        RESTORED_PER_SECOND));
    }
}
