package io.orderloom.governor;

import java.time.Instant;

/**
 * What one instance of a function holds of an account.
 *
 * @param holder the instance
 * @param slots calls that it may have in flight; 0 while it waits for some
 * @param since where it stands in line: since when it holds, or waits
 * @param until when it has lost them, whatever became of it; no call of its may run longer
 */
public record Lease(String holder, Urgency urgency, int slots, Instant since, Instant until) {}
