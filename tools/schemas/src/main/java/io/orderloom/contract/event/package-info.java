/** Lifecycle events as subscribers get them. */
@NullMarked
package io.orderloom.contract.event;

import org.jspecify.annotations.NullMarked;
