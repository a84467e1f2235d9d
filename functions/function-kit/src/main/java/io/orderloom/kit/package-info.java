/** The parts that all functions share: queue batches, messages, tasks, sweeps, health. */
@NullMarked
package io.orderloom.kit;

import org.jspecify.annotations.NullMarked;
