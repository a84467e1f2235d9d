/** Facts: the things that happened to an order, as the owner of each states them. */
@NullMarked
package io.orderloom.fact;

import org.jspecify.annotations.NullMarked;
