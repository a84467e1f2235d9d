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
     * Why the webhook is of another shop than the one that the settings name, if it is: whoever
     * holds the secret of several shops can sign for each of them.
     */
    Optional<Stranger> stranger(ChannelSettings settings, Webhook webhook);

    /**
     * What tells this delivery from any other, from the platform's own header where it sends one,
     * else from the body's digest; safe in a key.
     */
    String deliveryId(Webhook webhook);

    /**
     * Why the body can't be read at all, or holds more than is taken, if it is so. Cheap, and keeps
     * nothing of the body.
     */
    Optional<Malformed> malformed(Webhook webhook);

    /**
     * The webhook without the numbers of payment cards that stand in it, only their last four
     * digits; the same webhook if there is none. Of what has no {@link #malformed} flaw.
     */
    CardFree cardFree(Webhook webhook);

    /** The names of the headers that {@link #translate} reads, lower-case: the ones to keep. */
    List<String> headersToKeep();

    /**
     * The facts that the payload states. Pure, and throws nothing, whatever comes. Only the body is
     * signed: no header may change what a body says.
     */
    Translation translate(ChannelSettings settings, Webhook webhook, String correlationId);

    /**
     * A shop that is not the configured one.
     *
     * @param header which says so
     */
    record Stranger(String header, String detail) {}

    /**
     * A webhook that holds no number of a payment card.
     *
     * @param places where one stood, by their names, which hold nothing of anybody's
     */
    record CardFree(Webhook webhook, List<String> places) {
        public CardFree {
            places = List.copyOf(places);
        }
    }

    /** What became of a payload. */
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

        /** It should be an order's and can't be read. */
        record Unreadable(Fault.Invalid fault) implements Translation {}

        /**
         * It is about something that the adapter does not read.
         *
         * @param topic what the sender calls it; unsigned
         */
        record Unread(String topic) implements Translation {}
    }
}
