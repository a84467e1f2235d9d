/** Where a process touches the outside: the places at which it can stall, fail or die. */
@NullMarked
package io.orderloom.simulation.effect;

import org.jspecify.annotations.NullMarked;
