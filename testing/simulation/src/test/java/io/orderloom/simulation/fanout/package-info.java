/** The function that tells subscribers, alone, with a queue and a table beside it. */
@NullMarked
package io.orderloom.simulation.fanout;

import org.jspecify.annotations.NullMarked;
