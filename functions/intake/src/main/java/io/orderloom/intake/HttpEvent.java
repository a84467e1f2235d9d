package io.orderloom.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An API Gateway HTTP API event, payload format 2.0, as far as it is read here; or a question for
 * health.
 *
 * @param headers by lower-case name, as API Gateway writes them
 * @param health {@code check} where this is a question for health and no request
 */
@RegisterForReflection
public record HttpEvent(
        @JsonProperty("headers") Map<String, String> headers,
        @JsonProperty("pathParameters") Map<String, String> pathParameters,
        @JsonProperty("body") @Nullable String body,
        @JsonProperty("isBase64Encoded") boolean isBase64Encoded,
        @JsonProperty("health") @Nullable String health) {

    public HttpEvent(
            @Nullable Map<String, String> headers,
            @Nullable Map<String, String> pathParameters,
            @Nullable String body,
            boolean isBase64Encoded,
            @Nullable String health) {
        this.headers = headers == null ? Map.of() : Map.copyOf(headers);
        this.pathParameters = pathParameters == null ? Map.of() : Map.copyOf(pathParameters);
        this.body = body;
        this.isBase64Encoded = isBase64Encoded;
        this.health = health;
    }

    Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName)).filter(value -> !value.isBlank());
    }

    /** The body has no fewer bytes; known without decoding it. */
    long leastBytes() {
        if (body == null) {
            return 0;
        }
        return isBase64Encoded ? body.length() * 3L / 4 - padding(body) : body.length();
    }

    private static int padding(String base64) {
        return base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
    }

    /** The bytes that the sender signed. */
    byte[] bytes() {
        if (body == null) {
            return new byte[0];
        }
        return isBase64Encoded
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }
}
