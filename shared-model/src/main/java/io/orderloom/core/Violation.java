package io.orderloom.core;

import io.orderloom.exception.OrderException.Type;

/**
 * A broken invariant.
 *
 * @param invariant its number in the list of {@link Invariant}
 * @param path the field that is off
 * @param detail stated and computed, and the difference
 */
record Violation(Invariant invariant, String path, String detail) {

    Type type() {
        return switch (invariant) {
            case RETURNED_UNITS, UNITS_CONSERVED -> Type.QUANTITY;
            case LINE_TOTALS, ORDER_TOTAL, REFUNDS_COVERED, INVOICES_BALANCE, ONE_CURRENCY ->
                    Type.MONEY;
        };
    }

    static Violation tooLarge(ArithmeticException overflow) {
        return new Violation(
                Invariant.ORDER_TOTAL, "total", "amounts are too large to add up: " + overflow);
    }
}
