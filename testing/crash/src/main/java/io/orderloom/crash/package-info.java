/**
 * Kills the packaged functions wherever they touch the outside, and the whole stack, and checks the
 * results of the orders.
 */
@NullMarked
package io.orderloom.crash;

import org.jspecify.annotations.NullMarked;
