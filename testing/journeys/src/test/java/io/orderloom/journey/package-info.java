/** Tests of orders that pass through the packaged functions. */
@NullMarked
package io.orderloom.journey;

import org.jspecify.annotations.NullMarked;
