/** Tests that the simulated servers are as strict as the real ones. */
@NullMarked
package io.orderloom.simulation.wire;

import org.jspecify.annotations.NullMarked;
