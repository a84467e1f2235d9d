package io.orderloom.kit.order;

import io.orderloom.exception.Exceptions;
import io.orderloom.exception.OrderException;
import java.util.Optional;

/**
 * A shop sent a payment card number. Intake masked it and the order goes on; the shop still has it,
 * and only a person can delete it there.
 */
public final class CardNumberFound {
    private CardNumberFound() {}

    /** The exception about an order in which intake masked a number, for a person to look at. */
    public static Optional<OrderException> in(InboundMessage message) {
        return message.cardNumbers()
                .map(places ->
                        Exceptions.cardNumber(
                                message.channelInstance(),
                                places,
                                message.receivedAt(),
                                message.correlationId()));
    }
}
