/** Runs many schedules and reports their results. */
@NullMarked
package io.orderloom.simulation.chaos;

import org.jspecify.annotations.NullMarked;
