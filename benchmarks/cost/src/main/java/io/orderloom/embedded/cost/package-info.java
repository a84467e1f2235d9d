/**
 * What an order costs on AWS: requests, units and bytes that the packaged functions were metered
 * at, times a dated list of prices.
 */
@NullMarked
package io.orderloom.embedded.cost;

import org.jspecify.annotations.NullMarked;
