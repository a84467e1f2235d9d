/**
 * Proves that two versions of the functions can take over each other's orders in progress: one
 * version leaves orders in every queue and in every state of a task, and the other finishes them.
 */
@NullMarked
package io.orderloom.upgrade;

import org.jspecify.annotations.NullMarked;
