package io.orderloom.source;

import java.util.List;
import java.util.Optional;

/** A source that calls us: it sends each payload in an HTTP request. */
public interface WebhookSource extends Source {

    /**
     * Tells whether the source reads bodies of this media type.
     *
     * @param contentType as the request states it, parameters included; empty if it states none
     */
    boolean accepts(String contentType);

    /** Tells whether one of the secrets signed the payload; compares in constant time. */
    boolean authentic(Payload payload, List<String> secrets);

    /**
     * The difference, if the payload names another account than the instance is bound to. One
     * secret may serve several accounts, and its holder can then sign for each of them.
     */
    Optional<Stranger> stranger(SourceInstance instance, Payload payload);

    /**
     * The id that tells this delivery from any other: from the system's own header where it sends
     * one, else from the body's digest. It can be part of a key as it is.
     */
    String deliveryId(Payload payload);

    /**
     * The reason, if the body can't be read at all or holds more than is accepted. The check is
     * cheap and keeps nothing of the body.
     */
    Optional<Malformed> malformed(Payload payload);

    /**
     * The payload with only the last four digits of each payment card number in it; the same
     * payload if there is no such number. To be called only if {@link #malformed} found nothing.
     */
    CardFree cardFree(Payload payload);

    /** The names of the headers that {@link #translate} reads, lower-case: the ones to keep. */
    List<String> headersToKeep();

    /**
     * The answer in the caller's own format; empty for the usual one, which is a receipt in JSON,
     * or a problem as RFC 9457 words it. A request that names no instance gets the usual one.
     */
    default Optional<WebhookAnswer> answer(WebhookOutcome outcome) {
        return Optional.empty();
    }

    /**
     * An account that is not the configured one.
     *
     * @param header the header that names the other account
     */
    record Stranger(String header, String detail) {}

    /**
     * A payload that holds no number of a payment card.
     *
     * @param places the names of the fields in which a number stood; they hold nobody's data
     */
    record CardFree(Payload payload, List<String> places) {
        public CardFree {
            places = List.copyOf(places);
        }
    }
}
