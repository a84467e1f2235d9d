package io.orderloom.fact;

import io.orderloom.money.Amount;

/** The part of an amount that is tax of one jurisdiction. */
public record TaxShare(String jurisdiction, Amount amount) {}
