/** The simulated queues and table keep the contract that the emulators keep. */
@NullMarked
package io.orderloom.simulation.aws;

import org.jspecify.annotations.NullMarked;
