package io.orderloom.kit.order;

/**
 * The newest entry of an order's log at some time. Kept where nobody who writes the table can
 * write, it shows a log that was written anew as a whole.
 *
 * @param order its partition names it the same way
 * @param sequence the version that the entry led to
 * @param hash in hexadecimal
 */
public record LogHead(String order, long sequence, String hash) {}
