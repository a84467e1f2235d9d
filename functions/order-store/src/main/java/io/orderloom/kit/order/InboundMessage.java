package io.orderloom.kit.order;

import io.orderloom.source.Payload;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A webhook on its way from intake to normalize.
 *
 * @param headers those that the channel's adapter reads
 * @param payload the raw bytes, gzip, Base64
 */
@RegisterForReflection
public record InboundMessage(
        String channelInstance,
        String deliveryId,
        String correlationId,
        Instant receivedAt,
        Map<String, String> headers,
        String payload) {
    /** The header by which intake reports to normalize where payment card numbers were masked. */
    private static final String CARD_NUMBERS = "x-orderloom-card-numbers";

    private static final int MOST_PLACES = 10;

    public InboundMessage {
        headers = Map.copyOf(headers);
    }

    public static InboundMessage of(
            String channelInstance,
            String deliveryId,
            String correlationId,
            Payload webhook,
            Map<String, String> headers) {
        return new InboundMessage(
                channelInstance,
                deliveryId,
                correlationId,
                webhook.receivedAt(),
                headers,
                Base64.getEncoder().encodeToString(Gzip.pack(webhook.bytes())));
    }

    /**
     * The same message with the places at which payment card numbers were masked. They are in a
     * header, because the previous version of Orderloom reads headers and ignores those that it
     * does not know.
     */
    public InboundMessage withCardNumbersAt(List<String> places) {
        if (places.isEmpty()) {
            return this;
        }
        var told = new HashMap<>(headers);
        told.put(
                CARD_NUMBERS,
                String.join(", ", places.subList(0, Math.min(places.size(), MOST_PLACES))));
        return new InboundMessage(
                channelInstance, deliveryId, correlationId, receivedAt, told, payload);
    }

    /**
     * The places at which payment card numbers were masked, at most ten; empty if there were none.
     */
    public Optional<String> cardNumbers() {
        return Optional.ofNullable(headers.get(CARD_NUMBERS));
    }

    public Payload received() {
        return Payload.of(headers, Gzip.unpack(packed()), receivedAt);
    }

    /** The payload as it is stored, gzip. */
    public byte[] packed() {
        return Base64.getDecoder().decode(payload);
    }
}
