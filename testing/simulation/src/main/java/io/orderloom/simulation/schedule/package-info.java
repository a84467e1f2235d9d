/** Simulated time: one thing happens at a time, in an order that only the seed decides. */
@NullMarked
package io.orderloom.simulation.schedule;

import org.jspecify.annotations.NullMarked;
