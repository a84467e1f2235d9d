/** A whole small world, made from a seed and run until it has come to rest. */
@NullMarked
package io.orderloom.simulation.world;

import org.jspecify.annotations.NullMarked;
