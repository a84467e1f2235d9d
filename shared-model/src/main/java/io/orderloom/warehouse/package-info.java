/** The port to a warehouse that sends goods: release, cancel, look up. */
@NullMarked
package io.orderloom.warehouse;

import org.jspecify.annotations.NullMarked;
