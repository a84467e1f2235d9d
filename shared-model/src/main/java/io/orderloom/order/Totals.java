package io.orderloom.order;

import io.orderloom.money.Amount;

/**
 * The totals of the whole order, as the source declares them.
 *
 * @param lines the sum of the line totals, after discounts
 * @param discounts all discounts, of lines and shipping
 * @param tax all taxes, included or not
 * @param total the amount that the buyer owes
 */
public record Totals(Amount lines, Amount shipping, Amount discounts, Amount tax, Amount total) {}
