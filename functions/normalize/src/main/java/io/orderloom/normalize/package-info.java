/** Makes canonical facts of what a channel sent, and lets the order core decide on them. */
@NullMarked
package io.orderloom.normalize;

import org.jspecify.annotations.NullMarked;
