package io.orderloom.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that are read of a request as an API Gateway HTTP API or the function's own URL
 * delivers it, both in payload format 2.0; or a health check.
 *
 * @param headers by lower-case name, as API Gateway writes them
 * @param pathParameters none at a function URL, which knows no routes
 * @param rawPath still percent-encoded
 * @param health {@code check} if this is a health check and no request
 */
@RegisterForReflection
public record HttpEvent(
        @JsonProperty("headers") Map<String, String> headers,
        @JsonProperty("pathParameters") Map<String, String> pathParameters,
        @JsonProperty("rawPath") String rawPath,
        @JsonProperty("requestContext") RequestContext requestContext,
        @JsonProperty("body") @Nullable String body,
        @JsonProperty("isBase64Encoded") boolean isBase64Encoded,
        @JsonProperty("health") @Nullable String health) {

    public HttpEvent(
            @Nullable Map<String, String> headers,
            @Nullable Map<String, String> pathParameters,
            @Nullable String rawPath,
            @Nullable RequestContext requestContext,
            @Nullable String body,
            boolean isBase64Encoded,
            @Nullable String health) {
        this.headers = headers == null ? Map.of() : Map.copyOf(headers);
        this.pathParameters = pathParameters == null ? Map.of() : Map.copyOf(pathParameters);
        this.rawPath = rawPath == null ? "" : rawPath;
        this.requestContext = requestContext == null ? RequestContext.UNKNOWN : requestContext;
        this.body = body;
        this.isBase64Encoded = isBase64Encoded;
        this.health = health;
    }

    Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName)).filter(value -> !value.isBlank());
    }

    /**
     * Whether the request is for the topology's route. An HTTP API lets nothing else through; for a
     * function URL, the method is compared here.
     */
    boolean routed() {
        return !pathParameters.isEmpty() || requestContext.method().equals(Route.METHOD);
    }

    /** The channel instance that the path names; empty if it is no webhook's path. */
    String channelInstance() {
        return Optional.ofNullable(pathParameters.get(Route.PARAMETER))
                .orElseGet(() -> Route.parameter(rawPath).orElse(""));
    }

    /** The least number of bytes that the body can have, known without decoding it. */
    long leastBytes() {
        if (body == null) {
            return 0;
        }
        return isBase64Encoded ? body.length() * 3L / 4 - padding(body) : body.length();
    }

    /** A function URL's description of a request. */
    @RegisterForReflection
    public record RequestContext(@JsonProperty("http") @Nullable Http http) {
        static final RequestContext UNKNOWN = new RequestContext(null);

        String method() {
            return http == null || http.method() == null ? "" : http.method();
        }
    }

    /** The request's method. */
    @RegisterForReflection
    public record Http(@JsonProperty("method") @Nullable String method) {}

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
