package io.orderloom.order;

import io.orderloom.money.Amount;

/**
 * The part of a discount that falls on one line or charge.
 *
 * @param application the index of its {@link DiscountApplication}
 * @param amount positive: it is taken off
 */
public record DiscountAllocation(int application, Amount amount) {}
