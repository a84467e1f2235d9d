/**
 * Proves that a stage recovers from the loss of its table: from a copy, with empty queues, an ERP
 * and a shop that went on, and the webhooks that the shop sends again.
 */
@NullMarked
package io.orderloom.restore;

import org.jspecify.annotations.NullMarked;
