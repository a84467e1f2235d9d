/** Work that the clock triggers: finds what was left undone. */
@NullMarked
package io.orderloom.kit.sweep;

import org.jspecify.annotations.NullMarked;
