package io.orderloom.kit.order;

import io.orderloom.core.OrderException;
import io.orderloom.core.OrderException.Owner;
import io.orderloom.core.OrderException.Type;
import java.util.Optional;

/**
 * A shop sent the number of a payment card. It was masked at the door and the order goes on; the
 * shop still has it, and only a person can delete it there.
 */
public final class CardNumberFound {
    private static final String CAUSE = "card-number";

    private CardNumberFound() {}

    /**
     * A person has to look at an order in which intake masked a number. The type is one that the
     * version before knows, too; the fingerprint names the cause, once for each order.
     */
    public static Optional<OrderException> in(InboundMessage message) {
        return message.cardNumbers()
                .map(places ->
                        new OrderException(
                                CAUSE + "|" + message.channelInstance(),
                                Type.OWNERSHIP,
                                places,
                                "%s: %s sent the number of a payment card in %s. It was masked here; delete it in the shop"
                                        .formatted(CAUSE, message.channelInstance(), places),
                                Owner.CUSTOMER_SERVICE,
                                message.receivedAt(),
                                message.correlationId(),
                                Optional.empty()));
    }

    /** Whether an exception says that a card's number came. */
    public static boolean isCauseOf(OrderException exception) {
        return exception.fingerprint().startsWith(CAUSE + "|");
    }
}
