/** A shop that sends signed webhooks and gives refunds, and those who are told; simulated. */
@NullMarked
package io.orderloom.simulation.shop;

import org.jspecify.annotations.NullMarked;
