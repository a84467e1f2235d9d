package io.orderloom.kit.order;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The newest entry of an order's log at some time. Kept where no process that writes the table can
 * write, it reveals a log that was rewritten as a whole.
 *
 * @param order the order as its partition names it
 * @param sequence the version that the entry led to
 * @param hash in hexadecimal
 */
@RegisterForReflection
public record LogHead(String order, long sequence, String hash) {}
