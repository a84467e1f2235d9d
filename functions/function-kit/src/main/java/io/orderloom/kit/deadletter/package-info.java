/** Messages that were given up, and why. */
@NullMarked
package io.orderloom.kit.deadletter;

import org.jspecify.annotations.NullMarked;
