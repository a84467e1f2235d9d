package io.orderloom.governor;

import java.time.Instant;

/**
 * The slots of an account that one instance of a function holds.
 *
 * @param holder the instance
 * @param slots calls that it may have in flight; 0 while it waits for some
 * @param since when it began to hold its slots, or to wait for some: its place in line
 * @param until when it has lost the slots in any case; none of its calls may run longer
 */
public record Lease(String holder, Urgency urgency, int slots, Instant since, Instant until) {}
