/** Looks by the clock for what was left undone. */
@NullMarked
package io.orderloom.kit.sweep;

import org.jspecify.annotations.NullMarked;
