/** Work that the clock triggers: finds what was left undone. */
@NullMarked
package io.orderloom.maintenance.sweep;

import org.jspecify.annotations.NullMarked;
