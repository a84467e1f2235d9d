/** Tests of how simulated threads wait for each other. */
@NullMarked
package io.orderloom.simulation.schedule;

import org.jspecify.annotations.NullMarked;
