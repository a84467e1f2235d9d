/**
 * Proves that orders in flight change hands between two versions of the functions: one fills every
 * queue and every state of a task, the other finishes.
 */
@NullMarked
package io.orderloom.embedded.rollback;

import org.jspecify.annotations.NullMarked;
