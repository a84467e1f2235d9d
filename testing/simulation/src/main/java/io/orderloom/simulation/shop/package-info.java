/** A simulated shop that sends signed webhooks and gives refunds, and its simulated subscribers. */
@NullMarked
package io.orderloom.simulation.shop;

import org.jspecify.annotations.NullMarked;
