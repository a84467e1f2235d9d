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
    EXPIRED;

    /** Whether money was taken, or is held ready by the buyer's bank. */
    public boolean isCovered() {
        return switch (this) {
            case AUTHORIZED, PARTIALLY_PAID, PAID, PARTIALLY_REFUNDED, REFUNDED -> true;
            case PENDING, VOIDED, EXPIRED -> false;
        };
    }

    /** Whether an authorization is over without any money having been taken. */
    public boolean isLapsed() {
        return switch (this) {
            case VOIDED, EXPIRED -> true;
            case PENDING, AUTHORIZED, PARTIALLY_PAID, PAID, PARTIALLY_REFUNDED, REFUNDED -> false;
        };
    }
}
