/** Tests that the simulated queues and table satisfy the same contract as the emulators. */
@NullMarked
package io.orderloom.simulation.aws;

import org.jspecify.annotations.NullMarked;
