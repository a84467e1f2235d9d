/** Tests that run the whole simulation, and run it without one of the things that it rests on. */
@NullMarked
package io.orderloom.simulation.world;

import org.jspecify.annotations.NullMarked;
