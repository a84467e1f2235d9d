package com.example.pipe;

import io.orderloom.connector.kit.http.Hmac;
import io.orderloom.fault.Fault;
import io.orderloom.reference.References;
import io.orderloom.source.Malformed;
import io.orderloom.source.Payload;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.Statement;
import io.orderloom.source.SystemRole;
import io.orderloom.source.WebhookAnswer;
import io.orderloom.source.WebhookOutcome;
import io.orderloom.source.WebhookSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads orders that are lines of text, and answers in one. */
@ApplicationScoped
public class PipeSource implements WebhookSource {
    private static final String SIGNATURE = "pipe-signature";

    @Override
    public String name() {
        return "pipe";
    }

    @Override
    public SystemRole role() {
        return SystemRole.COMMERCE;
    }

    @Override
    public boolean accepts(String contentType) {
        return contentType.startsWith("text/plain");
    }

    @Override
    public boolean authentic(Payload payload, List<String> secrets) {
        var given = payload.header(SIGNATURE).orElse("").getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> Hmac.sha256(Hmac.key(secret), payload.body()))
                .map(made -> HexFormat.of().formatHex(made).getBytes(StandardCharsets.UTF_8))
                .map(made -> MessageDigest.isEqual(made, given))
                .reduce(false, Boolean::logicalOr);
    }

    @Override
    public Optional<Stranger> stranger(SourceInstance instance, Payload payload) {
        return Optional.empty();
    }

    @Override
    public String deliveryId(Payload payload) {
        return "pipe-" + Integer.toHexString(text(payload).hashCode());
    }

    @Override
    public Optional<Malformed> malformed(Payload payload) {
        return text(payload).startsWith("ORDER|")
                ? Optional.empty()
                : Optional.of(new Malformed("No order", "body", "does not begin with ORDER|", 1, 1));
    }

    @Override
    public CardFree cardFree(Payload payload) {
        return new CardFree(payload, List.of());
    }

    @Override
    public List<String> headersToKeep() {
        return List.of();
    }

    @Override
    public Translation translate(
            SourceInstance instance,
            Payload payload,
            References references,
            String correlationId) {
        try {
            return new Translation.Stated(
                    List.of(
                            new PipeOrder(instance, payload, correlationId)
                                    .statement(text(payload).lines().toList())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return new Translation.Unreadable(
                    new Fault.Invalid("body", String.valueOf(unreadable.getMessage())));
        }
    }

    @Override
    public Optional<WebhookAnswer> answer(WebhookOutcome outcome) {
        return Optional.of(
                switch (outcome) {
                    case WebhookOutcome.Accepted accepted ->
                            text(200, "OK|" + accepted.deliveryId(), Map.of());
                    case WebhookOutcome.Refused refused ->
                            text(
                                    refused.status(),
                                    "NO|" + refused.field() + "|" + refused.detail(),
                                    refused.headers());
                });
    }

    private static WebhookAnswer text(int status, String body, Map<String, String> headers) {
        return new WebhookAnswer(status, "text/plain", headers, body);
    }

    private static String text(Payload payload) {
        return new String(payload.bytes(), StandardCharsets.UTF_8);
    }
}
