/** Hands between the functions and what they reach, which pass everything on as it is. */
@NullMarked
package io.orderloom.simulation.seam;

import org.jspecify.annotations.NullMarked;
