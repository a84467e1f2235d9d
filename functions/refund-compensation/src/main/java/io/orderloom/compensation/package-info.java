/** Undoes step by step what was done for an order that was cancelled afterwards. */
@NullMarked
package io.orderloom.compensation;

import org.jspecify.annotations.NullMarked;
