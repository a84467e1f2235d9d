package io.orderloom.core;

/**
 * The units of a line that are counted. Each count only ever grows, by the units of one fact alone,
 * so that the sums are the same in whatever order the facts come. Where the units <em>are</em>
 * follows from the counts ({@link LineQuantities}).
 */
public enum UnitCount {
    CANCEL_REQUESTED,
    ALLOCATED,
    ALLOCATION_FAILED,
    BACKORDERED,
    SHIPPED,
    DELIVERED,
    DELIVERY_FAILED,
    RETURNED_TO_SENDER,
    SUBSTITUTED,
    RETURN_REQUESTED,
    RETURNED,
    RESTOCKED,
    QUARANTINED,
    INVOICED,
    CREDITED,
    REFUNDED
}
