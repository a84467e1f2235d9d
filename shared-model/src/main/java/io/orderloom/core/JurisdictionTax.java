package io.orderloom.core;

import io.orderloom.money.Amount;

/**
 * The tax of one jurisdiction on an order.
 *
 * @param charged as the holding revision states it
 * @param adjusted what the tax engine changed since, signed
 * @param refunded what of it went back
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
