/** Tells every subscriber what happens to orders, each at its own pace. */
@NullMarked
package io.orderloom.fanout;

import org.jspecify.annotations.NullMarked;
