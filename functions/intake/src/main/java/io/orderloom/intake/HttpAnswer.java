package io.orderloom.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.orderloom.kit.health.HealthReport;
import io.orderloom.kit.json.Json;
import io.orderloom.source.WebhookAnswer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An API Gateway HTTP API answer, payload format 2.0; or the function's health. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HttpAnswer(
        @JsonProperty("statusCode") int statusCode,
        @JsonProperty("headers") Map<String, String> headers,
        @JsonProperty("body") String body,
        @JsonProperty("isBase64Encoded") boolean isBase64Encoded,
        @JsonProperty("status") @Nullable String status,
        @JsonProperty("checks") @Nullable List<HealthReport.Check> checks) {

    static HttpAnswer accepted(Receipt receipt) {
        return text(202, "application/json", Map.of(), Json.text(receipt));
    }

    /** A problem response as RFC 9457 words it. */
    static HttpAnswer problem(int status, String title, String field, String detail) {
        return problem(status, title, field, detail, Map.of());
    }

    static HttpAnswer problem(
            int status, String title, String field, String detail, Map<String, String> headers) {
        return text(
                status,
                "application/problem+json",
                headers,
                Json.text(new Problem(title, status, field, detail)));
    }

    /** An answer in the caller's own format. */
    static HttpAnswer of(WebhookAnswer answer) {
        return text(answer.status(), answer.contentType(), answer.headers(), answer.body());
    }

    static HttpAnswer of(HealthReport report) {
        boolean up = report.status().equals("UP");
        return new HttpAnswer(
                up ? 200 : 503,
                Map.of("content-type", "application/json"),
                Json.text(report),
                false,
                report.status(),
                report.checks());
    }

    private static HttpAnswer text(int status, String type, Map<String, String> more, String body) {
        var headers = new HashMap<>(more);
        headers.put("content-type", type);
        return new HttpAnswer(status, headers, body, false, null, null);
    }

    /** The body of the answer to an accepted webhook. */
    @RegisterForReflection
    record Receipt(String deliveryId, String correlationId) {}

    /**
     * RFC 9457, "Problem Details for HTTP APIs", with the field that is at fault.
     *
     * @param field a header, a path parameter, or a place in the body
     */
    @RegisterForReflection
    record Problem(String title, int status, String field, String detail) {}
}
