/** The port to those who want to be told what happens to orders. */
@NullMarked
package io.orderloom.subscriber;

import org.jspecify.annotations.NullMarked;
