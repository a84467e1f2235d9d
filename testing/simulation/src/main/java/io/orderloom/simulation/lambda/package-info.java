/**
 * Lambda, simulated: processes of the real functions that receive batches and can be ended at any
 * boundary.
 */
@NullMarked
package io.orderloom.simulation.lambda;

import org.jspecify.annotations.NullMarked;
