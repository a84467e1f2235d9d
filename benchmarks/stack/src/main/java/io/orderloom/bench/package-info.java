/**
 * Measures the cost of an order and the number of orders that the machine can process. A run is
 * valid only if every acknowledged order is in the ERP once and its events were delivered.
 */
@NullMarked
package io.orderloom.bench;

import org.jspecify.annotations.NullMarked;
