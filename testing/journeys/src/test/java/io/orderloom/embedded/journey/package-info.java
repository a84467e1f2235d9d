/** Tests of orders that pass through the packaged functions. */
@NullMarked
package io.orderloom.embedded.journey;

import org.jspecify.annotations.NullMarked;
