package io.orderloom.core;

import io.orderloom.money.Amount;

/**
 * The tax of one jurisdiction on an order.
 *
 * @param charged as the revision that holds states it
 * @param adjusted the change that the tax engine made since, signed
 * @param refunded the part of it that went back
 */
public record JurisdictionTax(
        String jurisdiction, Amount charged, Amount adjusted, Amount refunded) {

    static JurisdictionTax of(String jurisdiction, Amount charged) {
        return new JurisdictionTax(jurisdiction, charged, charged.zero(), charged.zero());
    }

    JurisdictionTax charging(Amount now) {
        return new JurisdictionTax(jurisdiction, now, adjusted, refunded);
    }

    JurisdictionTax adjustedBy(Amount by) {
        return new JurisdictionTax(jurisdiction, charged, adjusted.plus(by), refunded);
    }

    JurisdictionTax refundedBy(Amount by) {
        return new JurisdictionTax(jurisdiction, charged, adjusted, refunded.plus(by));
    }
}
