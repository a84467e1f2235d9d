/**
 * The work that no order asks for by itself: sweeps, dead letters, and the nightly check of all
 * logs.
 */
@NullMarked
package io.orderloom.maintenance;

import org.jspecify.annotations.NullMarked;
