package io.orderloom.order;

/**
 * Something that an order waits for before it may go on.
 *
 * @param id the name by which it is released
 */
public record Hold(String id, Kind kind, String reason) {

    public enum Kind {
        FRAUD,
        PAYMENT,
        ADDRESS,
        MAPPING,
        INVENTORY,
        TAX,
        MONEY,
        DUPLICATE,
        MANUAL
    }
}
