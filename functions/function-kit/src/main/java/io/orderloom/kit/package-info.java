/** The shell that every function shares: queue batches, the order store, messages, health. */
@NullMarked
package io.orderloom.kit;

import org.jspecify.annotations.NullMarked;
