/** Lambda, simulated: processes of the real functions, fed in batches, ended at any boundary. */
@NullMarked
package io.orderloom.simulation.lambda;

import org.jspecify.annotations.NullMarked;
