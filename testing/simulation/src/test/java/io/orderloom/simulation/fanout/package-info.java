/** Tests of the function that notifies subscribers, alone with its queue and table. */
@NullMarked
package io.orderloom.simulation.fanout;

import org.jspecify.annotations.NullMarked;
