/** The shell that every function shares: queue batches, messages, tasks, sweeps, health. */
@NullMarked
package io.orderloom.kit;

import org.jspecify.annotations.NullMarked;
