package io.orderloom.order;

import io.orderloom.money.Amount;

/**
 * What the source declares of the whole order.
 *
 * @param lines the sum of the line totals, after discounts
 * @param discounts all discounts, of lines and shipping
 * @param tax all taxes, included or not
 * @param total what the buyer owes
 */
public record Totals(Amount lines, Amount shipping, Amount discounts, Amount tax, Amount total) {}
