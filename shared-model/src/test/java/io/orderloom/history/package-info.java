/** Orders and all that can happen to them: told by hand, and drawn from a seed. */
@NullMarked
package io.orderloom.history;

import org.jspecify.annotations.NullMarked;
