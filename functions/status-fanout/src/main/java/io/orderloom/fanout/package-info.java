/** Notifies every subscriber of lifecycle events, each at its own pace. */
@NullMarked
package io.orderloom.fanout;

import org.jspecify.annotations.NullMarked;
