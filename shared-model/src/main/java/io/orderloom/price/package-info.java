/** The worth of a part, a substitute or an exchange, to the smallest unit. Pure. */
@NullMarked
package io.orderloom.price;

import org.jspecify.annotations.NullMarked;
