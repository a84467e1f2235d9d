package io.orderloom.channel;

import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.order.PersonalData;
import java.util.List;

/** Reads what one commerce platform sends. */
public interface ChannelAdapter {

    /** The name by which {@link ChannelSettings#platform()} chooses it. */
    String platform();

    /** Whether one of the secrets signed the webhook; compared in constant time. */
    boolean authentic(Webhook webhook, List<String> secrets);

    /**
     * What tells this delivery from any other, from the platform's own header where it sends one,
     * else from the body's digest; safe in a key.
     */
    String deliveryId(Webhook webhook);

    /** The names of the headers that {@link #translate} reads, lower-case: the ones to keep. */
    List<String> headersToKeep();

    /** The facts that the payload states. Pure. */
    Translation translate(ChannelSettings settings, Webhook webhook, String correlationId);

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

        /** It can't be read, or its topic is none that the adapter knows. */
        record Unreadable(Fault.Invalid fault) implements Translation {}
    }
}
