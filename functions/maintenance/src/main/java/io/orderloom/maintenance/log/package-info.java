/** The nightly check of all orders' logs. */
@NullMarked
package io.orderloom.maintenance.log;

import org.jspecify.annotations.NullMarked;
