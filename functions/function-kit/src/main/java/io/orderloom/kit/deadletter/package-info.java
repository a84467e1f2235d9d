/** Keeps messages that were given up, and why messages failed. */
@NullMarked
package io.orderloom.kit.deadletter;

import org.jspecify.annotations.NullMarked;
