/**
 * The deployed shape of Orderloom as plain data: queues, the table, functions and their event
 * sources.
 *
 * <p>The embedded stack and the CDK app are both built from {@link Topology}; nothing else names a
 * queue, a table, a key or a limit.
 */
@NullMarked
package io.orderloom.topology;

import org.jspecify.annotations.NullMarked;
