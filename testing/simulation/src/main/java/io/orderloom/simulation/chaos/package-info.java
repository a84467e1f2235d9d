/** Runs many schedules and says what came of them. */
@NullMarked
package io.orderloom.simulation.chaos;

import org.jspecify.annotations.NullMarked;
