/** What a part, a substitute or an exchange is worth, to the smallest unit. Pure. */
@NullMarked
package io.orderloom.price;

import org.jspecify.annotations.NullMarked;
