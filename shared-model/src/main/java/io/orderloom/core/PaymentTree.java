package io.orderloom.core;

import io.orderloom.money.Amount;

/**
 * One payment of the buyer: its authorization, if it has one, and what followed.
 *
 * @param reference the gateway's reference of the payment's first transaction
 */
public record PaymentTree(
        String reference,
        Amount authorized,
        Amount captured,
        boolean voided,
        boolean failed,
        boolean expired) {

    static PaymentTree unseen(String reference, Amount zero) {
        return new PaymentTree(reference, zero, zero, false, false, false);
    }

    PaymentTree authorizedBy(Amount amount) {
        return new PaymentTree(
                reference, authorized.plus(amount), captured, voided, failed, expired);
    }

    PaymentTree capturedBy(Amount amount) {
        return new PaymentTree(
                reference, authorized, captured.plus(amount), voided, failed, expired);
    }

    PaymentTree asVoided() {
        return new PaymentTree(reference, authorized, captured, true, failed, expired);
    }

    PaymentTree asFailed() {
        return new PaymentTree(reference, authorized, captured, voided, true, expired);
    }

    PaymentTree asExpired() {
        return new PaymentTree(reference, authorized, captured, voided, failed, true);
    }
}
