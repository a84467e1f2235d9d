/** Products that are wrong, each in one way, so that a proof can be seen to find them. */
@NullMarked
package io.orderloom.simulation.mutant;

import org.jspecify.annotations.NullMarked;
