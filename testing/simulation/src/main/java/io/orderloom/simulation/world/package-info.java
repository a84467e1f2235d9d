/** A small but complete world that is made from a seed and runs until it has come to rest. */
@NullMarked
package io.orderloom.simulation.world;

import org.jspecify.annotations.NullMarked;
