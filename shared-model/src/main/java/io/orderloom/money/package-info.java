/** Money without floating point: minor units, a pinned exponent table, allocation that adds up. */
@NullMarked
package io.orderloom.money;

import org.jspecify.annotations.NullMarked;
