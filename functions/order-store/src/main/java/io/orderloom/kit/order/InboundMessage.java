package io.orderloom.kit.order;

import io.orderloom.channel.Webhook;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

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
    /** Intake's own word to normalize: where numbers of payment cards were masked. */
    private static final String CARD_NUMBERS = "x-orderloom-card-numbers";

    private static final int MOST_PLACES = 10;

    public InboundMessage {
        headers = Map.copyOf(headers);
    }

    public static InboundMessage of(
            String channelInstance,
            String deliveryId,
            String correlationId,
            Webhook webhook,
            Map<String, String> headers) {
        return new InboundMessage(
                channelInstance,
                deliveryId,
                correlationId,
                webhook.receivedAt(),
                headers,
                Base64.getEncoder().encodeToString(gzip(webhook.bytes())));
    }

    /**
     * The same, saying so if numbers of payment cards were masked in it. A header, because the
     * version before reads those and passes over the ones that it does not know.
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

    /** Where numbers of payment cards were masked, ten places at most; empty if there was none. */
    public Optional<String> cardNumbers() {
        return Optional.ofNullable(headers.get(CARD_NUMBERS));
    }

    public Webhook webhook() {
        return Webhook.of(headers, gunzip(packed()), receivedAt);
    }

    /** The payload as it is kept, gzip. */
    public byte[] packed() {
        return Base64.getDecoder().decode(payload);
    }

    private static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream(Math.max(64, plain.length / 3));
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] gunzip(byte[] packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException corrupt) {
            throw new UncheckedIOException(corrupt);
        }
    }
}
