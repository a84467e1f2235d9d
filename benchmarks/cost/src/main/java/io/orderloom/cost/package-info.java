/**
 * Calculates the cost of an order on AWS: the requests, units and bytes that were metered on the
 * packaged functions, times a dated list of prices.
 */
@NullMarked
package io.orderloom.cost;

import org.jspecify.annotations.NullMarked;
