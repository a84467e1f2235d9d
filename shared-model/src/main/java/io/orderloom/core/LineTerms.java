package io.orderloom.core;

import io.orderloom.money.Amount;
import io.orderloom.order.Quantity;

/**
 * The terms of one line in a revision of the order.
 *
 * @param goods whether it is something to be handed over; a tip or a fee is not
 * @param worth what the buyer pays for all of it: price less discounts, taxes and duties
 */
public record LineTerms(String lineId, boolean goods, Quantity ordered, Amount worth) {}
