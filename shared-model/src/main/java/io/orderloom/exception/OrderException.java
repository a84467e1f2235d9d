package io.orderloom.exception;

import io.orderloom.money.Amount;
import io.orderloom.order.Mark;
import java.time.Instant;
import java.util.Optional;

/**
 * Trouble that a person has to look at. It has a name, an owner and an age, and it ends resolved or
 * waived, never in silence.
 *
 * @param fingerprint the same for the same trouble, however often it occurs
 * @param path the field or thing that it is about
 * @param detail the reason, in words for a person; free of personal data
 * @param raisedAt when it first occurred since it was opened, UTC
 * @param moneyAtRisk the money that is in the wrong hands, or not in the books, until it is
 *     resolved
 * @param mark the mark of its order; if there is one, the exception counts in no metric and no
 *     report
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
     * Reads the fingerprint from its text, its type and its path. A new fingerprint is read like a
     * stored one, so that no decision rests on more than what is stored.
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
        /** A task is due that no function can do. */
        TASK,
        /** A message was given up. */
        DEAD_LETTER
    }

    /** The same exception, raised at another time. */
    public OrderException raised(Instant at) {
        return new OrderException(
                fingerprint, type, path, detail, owner, at, correlationId, moneyAtRisk, mark);
    }

    /** The same exception, with the mark of its order, or with none. */
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

    /** The same exception, followed by the id of its order and not by that of the fact. */
    public OrderException correlated(String ofOrder) {
        return new OrderException(
                fingerprint, type, path, detail, owner, raisedAt, ofOrder, moneyAtRisk, mark);
    }

    /** Whether metrics and reports count it. */
    public boolean counts() {
        return mark.isEmpty();
    }

    /** The team that can resolve it. */
    public enum Owner {
        FINANCE,
        ERP_TEAM,
        INTEGRATION_TEAM,
        CUSTOMER_SERVICE
    }
}
