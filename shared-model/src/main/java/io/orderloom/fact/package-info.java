/** What happened to an order, as its owner states it. */
@NullMarked
package io.orderloom.fact;

import org.jspecify.annotations.NullMarked;
