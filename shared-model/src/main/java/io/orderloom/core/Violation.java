package io.orderloom.core;

import io.orderloom.exception.OrderException.Type;

/**
 * A broken invariant.
 *
 * @param invariant the rule that is broken
 * @param path the field that is wrong
 * @param detail the stated value, the computed one, and the difference
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
