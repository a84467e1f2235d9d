/**
 * Proves that a stage comes back from a table that was lost: with a copy of it, empty queues, an
 * ERP and a shop that went on, and the webhooks that the shop sends once more.
 */
@NullMarked
package io.orderloom.embedded.restore;

import org.jspecify.annotations.NullMarked;
