/** Turns what a channel sent into canonical facts, and lets the order core decide on them. */
@NullMarked
package io.orderloom.normalize;

import org.jspecify.annotations.NullMarked;
