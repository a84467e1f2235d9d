/** The places where a process touches the outside and can stall, fail or die. */
@NullMarked
package io.orderloom.simulation.effect;

import org.jspecify.annotations.NullMarked;
