/** Versions of the product with one defect each, which show that the simulation finds defects. */
@NullMarked
package io.orderloom.simulation.mutant;

import org.jspecify.annotations.NullMarked;
