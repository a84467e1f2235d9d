package io.orderloom.core;

/**
 * What is counted of a line. Each only ever grows, by what one fact says of its own units, so that
 * the sums are the same in whatever order the facts come; where the units <em>are</em> follows from
 * them ({@link LineQuantities}).
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
