/** Simulated time: one thing at a time, in an order that the seed alone decides. */
@NullMarked
package io.orderloom.simulation.schedule;

import org.jspecify.annotations.NullMarked;
