package io.orderloom.core;

import io.orderloom.money.Amount;
import io.orderloom.order.Quantity;

/**
 * What a revision of the order says of one line.
 *
 * @param goods whether it is something to be handed over; a tip or a fee is not
 * @param worth what the buyer pays for all of it: price less discounts, taxes and duties
 */
public record LineTerms(String lineId, boolean goods, Quantity ordered, Amount worth) {}
