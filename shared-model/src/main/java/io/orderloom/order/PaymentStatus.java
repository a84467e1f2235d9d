package io.orderloom.order;

/** How far the buyer's money has come. */
public enum PaymentStatus {
    PENDING,
    AUTHORIZED,
    PARTIALLY_PAID,
    PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    VOIDED,
    EXPIRED
}
