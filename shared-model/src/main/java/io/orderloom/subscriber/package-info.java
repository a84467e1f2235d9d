/** The port to the systems that subscribe to what happens to orders. */
@NullMarked
package io.orderloom.subscriber;

import org.jspecify.annotations.NullMarked;
