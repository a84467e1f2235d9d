/** Runs of the whole, and of the whole without one of the things that it rests on. */
@NullMarked
package io.orderloom.simulation.world;

import org.jspecify.annotations.NullMarked;
