/** Orders and all that can happen to them, written by hand or made from a seed. */
@NullMarked
package io.orderloom.history;

import org.jspecify.annotations.NullMarked;
