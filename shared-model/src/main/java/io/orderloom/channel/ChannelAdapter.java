package io.orderloom.channel;

import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.order.PersonalData;
import java.util.List;
import java.util.Optional;

/** Reads what one commerce platform sends. */
public interface ChannelAdapter {

    /** The name by which {@link ChannelSettings#platform()} chooses it. */
    String platform();

    /** Whether one of the secrets signed the webhook; compared in constant time. */
    boolean authentic(Webhook webhook, List<String> secrets);

    /**
     * The difference, if the webhook names another shop than the settings do. One secret may serve
     * several shops, and its holder can then sign for each of them.
     */
    Optional<Stranger> stranger(ChannelSettings settings, Webhook webhook);

    /**
     * The id that tells this delivery from any other: from the platform's own header where it sends
     * one, else from the body's digest. It can be part of a key as it is.
     */
    String deliveryId(Webhook webhook);

    /**
     * The reason, if the body can't be read at all or holds more than is accepted. The check is
     * cheap and keeps nothing of the body.
     */
    Optional<Malformed> malformed(Webhook webhook);

    /**
     * The webhook with only the last four digits of each payment card number in it; the same
     * webhook if there is no such number. To be called only if {@link #malformed} found nothing.
     */
    CardFree cardFree(Webhook webhook);

    /** The names of the headers that {@link #translate} reads, lower-case: the ones to keep. */
    List<String> headersToKeep();

    /**
     * The facts that the payload states. Pure, and never throws, whatever the payload is. Only the
     * body is signed, so no header may change what is read from it.
     */
    Translation translate(ChannelSettings settings, Webhook webhook, String correlationId);

    /**
     * A shop that is not the configured one.
     *
     * @param header the header that names the other shop
     */
    record Stranger(String header, String detail) {}

    /**
     * A webhook that holds no number of a payment card.
     *
     * @param places the names of the fields in which a number stood; they hold nobody's data
     */
    record CardFree(Webhook webhook, List<String> places) {
        public CardFree {
            places = List.copyOf(places);
        }
    }

    /** The outcome of translating a payload. */
    sealed interface Translation {

        /**
         * @param facts in the order in which they happened
         * @param personalData of the order's buyer
         */
        record Translated(List<Fact> facts, PersonalData personalData) implements Translation {
            public Translated {
                facts = List.copyOf(facts);
            }
        }

        /** The payload should be about an order, but can't be read. */
        record Unreadable(Fault.Invalid fault) implements Translation {}

        /**
         * The payload is about something that the adapter does not read.
         *
         * @param topic the sender's name for it; not covered by the signature
         */
        record Unread(String topic) implements Translation {}
    }
}
