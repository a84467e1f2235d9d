package io.orderloom.order;

import io.orderloom.money.Amount;
import java.util.Optional;

/**
 * A reference to a movement of money at a gateway; never card data.
 *
 * @param reference the gateway's or channel's id of it
 * @param parent the movement that it belongs to: a capture's authorization, a refund's capture
 * @param tender how the buyer paid, for example {@code gift_card}, {@code card}, {@code cash}
 */
public record Payment(
        Kind kind,
        String reference,
        Optional<String> parent,
        String tender,
        Amount amount,
        Status status) {

    public enum Kind {
        AUTHORIZATION,
        CAPTURE,
        VOID,
        REFUND
    }

    public enum Status {
        PENDING,
        DONE,
        FAILED
    }
}
