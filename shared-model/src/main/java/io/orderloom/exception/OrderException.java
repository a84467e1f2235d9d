package io.orderloom.exception;

import io.orderloom.money.Amount;
import io.orderloom.order.Mark;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a person has to look at. It has a name, an owner and an age; it ends resolved or
 * waived, never in silence.
 *
 * @param fingerprint the same for the same trouble, however often it is met
 * @param path the field or thing that it is about
 * @param detail why, for a person; free of personal data
 * @param raisedAt when it was first met since it is open, UTC
 * @param moneyAtRisk what is not in the books until it is resolved
 * @param mark what sets its order apart; it counts in no metric and no report then
 */
public record OrderException(
        Fingerprint fingerprint,
        Type type,
        String path,
        String detail,
        Owner owner,
        Instant raisedAt,
        String correlationId,
        Optional<Amount> moneyAtRisk,
        Optional<Mark> mark) {

    /**
     * A stored fingerprint is only its text until its type and path are known. One that was just
     * made is read in the same way, so that nothing is decided by it that will not be when it is
     * stored.
     */
    public OrderException {
        fingerprint = Fingerprint.of(type, path, fingerprint.text());
    }

    public enum Type {
        MONEY,
        QUANTITY,
        OWNERSHIP,
        PAYLOAD,
        CONFLICT,
        ERP,
        REFUND,
        SUBSCRIBER,
        /** Something is due that nothing here can do. */
        TASK,
        /** A message was given up. */
        DEAD_LETTER
    }

    /** The same, met at another time. */
    public OrderException raised(Instant at) {
        return new OrderException(
                fingerprint, type, path, detail, owner, at, correlationId, moneyAtRisk, mark);
    }

    /** The same, about an order that is set apart or not. */
    public OrderException marked(Optional<Mark> ofOrder) {
        return new OrderException(
                fingerprint,
                type,
                path,
                detail,
                owner,
                raisedAt,
                correlationId,
                moneyAtRisk,
                ofOrder);
    }

    /** Whether it is one of those that metrics and reports are made of. */
    public boolean counts() {
        return mark.isEmpty();
    }

    /** Who can resolve it. */
    public enum Owner {
        FINANCE,
        ERP_TEAM,
        INTEGRATION_TEAM,
        CUSTOMER_SERVICE
    }
}
