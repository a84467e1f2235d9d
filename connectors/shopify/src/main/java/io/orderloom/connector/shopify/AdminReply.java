package io.orderloom.connector.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.orderloom.connector.kit.json.InvalidPayload;
import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.fault.Fault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer of the GraphQL Admin API, or the fault that took its place. The status says little:
 * throttled requests, missing rights and internal errors come as 200 with {@code errors} ("API
 * response status and error codes", "GraphQL Admin API rate limits").
 */
sealed interface AdminReply {

    /**
     * @param data the requested data
     */
    record Given(JsonField data) implements AdminReply {}

    record Missed(Fault fault) implements AdminReply {}

    Duration DEFAULT_WAIT = Duration.ofSeconds(2);
    Duration LONGEST_WAIT = Duration.ofMinutes(1);
    BigDecimal MOST_SECONDS = BigDecimal.valueOf(LONGEST_WAIT.toSeconds());
    ObjectReader JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).reader();

    /**
     * @param writes whether a change was requested, so that an unclear answer leaves it in doubt
     */
    static AdminReply of(int status, Optional<Duration> retryAfter, String body, boolean writes) {
        return switch (status) {
            case 200 -> answered(body, writes);
            case 401, 403 -> new Missed(new Fault.Unauthorized("HTTP " + status));
            case 402 -> refused("shop_frozen", "the shop has not paid its bill");
            case 404 -> refused("shop_unknown", "there is no such shop");
            case 423 -> refused("shop_locked", "the shop is locked");
            case 429 -> limited(retryAfter, "HTTP 429");
            case 400, 405, 406, 413, 414, 415, 422 ->
                    new Missed(new Fault.Bug("the shop understood no request: HTTP " + status));
            default -> unclear("HTTP " + status, writes);
        };
    }

    private static AdminReply answered(String body, boolean writes) {
        try {
            var answer = new JsonField("", JSON.readTree(body));
            return answer.at("errors")
                    .elements()
                    .findFirst()
                    .map(error -> missed(error, answer, writes))
                    .orElseGet(() -> given(answer, writes));
        } catch (JsonProcessingException | InvalidPayload unreadable) {
            return unclear("an answer that can't be read: " + unreadable.getMessage(), writes);
        }
    }

    private static AdminReply given(JsonField answer, boolean writes) {
        var data = answer.at("data");
        return data.present() ? new Given(data) : unclear("an answer without data", writes);
    }

    private static AdminReply missed(JsonField error, JsonField answer, boolean writes) {
        var code = error.at("extensions").at("code").text().orElse("");
        var message = error.at("message").text().orElse("");
        var detail = code.isEmpty() ? message : code + ": " + message;
        return switch (code) {
            case "THROTTLED" -> throttled(wait(answer.at("extensions").at("cost")), detail);
            case "ACCESS_DENIED" -> new Missed(new Fault.Unauthorized(detail));
            case "SHOP_INACTIVE" -> refused("shop_inactive", detail);
            case "BAD_REQUEST", "MAX_COST_EXCEEDED" -> new Missed(new Fault.Bug(detail));
            default -> unclear(detail, writes);
        };
    }

    /** How long it takes until the bucket holds the request's cost. */
    private static Optional<Duration> wait(JsonField cost) {
        var bucket = cost.at("throttleStatus");
        var missing =
                cost.at("requestedQueryCost")
                        .decimal()
                        .orElse(BigDecimal.ZERO)
                        .subtract(
                                bucket.at("currentlyAvailable").decimal().orElse(BigDecimal.ZERO));
        return bucket.at("restoreRate")
                .decimal()
                .filter(rate -> rate.signum() > 0)
                // Dividing by a rate close to zero would fill the memory with digits.
                .map(rate ->
                        missing.compareTo(rate.multiply(MOST_SECONDS)) > 0
                                ? MOST_SECONDS
                                : missing.max(BigDecimal.ONE)
                                        .divide(rate, 0, RoundingMode.CEILING)
                                        .min(MOST_SECONDS))
                .map(seconds -> Duration.ofSeconds(seconds.longValue()));
    }

    /** The wait is passed on as stated; callers decide how much of it they accept. */
    private static AdminReply limited(Optional<Duration> wait, String detail) {
        return new Missed(new Fault.RateLimited(wait.orElse(DEFAULT_WAIT), detail));
    }

    private static AdminReply throttled(Optional<Duration> wait, String detail) {
        var bounded =
                wait.map(w -> w.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : w)
                        .filter(Duration::isPositive)
                        .orElse(DEFAULT_WAIT);
        return new Missed(new Fault.RateLimited(bounded, detail));
    }

    private static AdminReply refused(String reason, String detail) {
        return new Missed(new Fault.Rejected(reason, "shop", detail));
    }

    private static AdminReply unclear(String detail, boolean writes) {
        return new Missed(writes ? new Fault.InDoubt(detail) : new Fault.Transient(detail));
    }
}
