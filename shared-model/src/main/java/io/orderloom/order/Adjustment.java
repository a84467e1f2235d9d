package io.orderloom.order;

import io.orderloom.money.Amount;
import java.util.Optional;

/**
 * A change of the amount that the buyer owes, made after the order was placed. Adjustments are only
 * ever added, never altered: a correction is a further one.
 *
 * @param amount signed; negative where the buyer owes less
 * @param lineId the line that it is about, where it is about one
 * @param quantity the units that it is about; none for an appeasement
 */
public record Adjustment(
        String id,
        Type type,
        Amount amount,
        Optional<String> lineId,
        Optional<Quantity> quantity,
        String reason) {

    public enum Type {
        CANCELLATION,
        RETURN,
        REFUND,
        APPEASEMENT,
        EXCHANGE,
        TAX,
        ROUNDING
    }
}
