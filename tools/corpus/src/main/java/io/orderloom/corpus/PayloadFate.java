package io.orderloom.corpus;

import io.orderloom.fault.Fault;

/** How a payload ends. There is no other end, and the last two are mistakes of ours. */
sealed interface PayloadFate {

    /**
     * @param news whether it says anything that an order or a reference has to know
     */
    record Accepted(boolean news) implements PayloadFate {}

    /** The order was taken in, and a person has to decide before it goes on. */
    record Held() implements PayloadFate {}

    /**
     * @param reason the same for payloads that are wrong in the same way, whatever they hold
     */
    record Refused(RefusalCause cause, String reason) implements PayloadFate {}

    /** An end that no rule foresees, and so a mistake of the project itself. */
    record Unnamed(String how) implements PayloadFate {

        static Unnamed of(Throwable thrown) {
            return new Unnamed(Fault.Bug.of(thrown).detail());
        }
    }

    /** The payload was accepted as something that it does not say. */
    record Mismatched(String how) implements PayloadFate {}
}
