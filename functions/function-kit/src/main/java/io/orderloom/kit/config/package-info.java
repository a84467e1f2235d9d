/** Settings that reach the functions from outside: channels, subscribers, queue URLs, the clock. */
@NullMarked
package io.orderloom.kit.config;

import org.jspecify.annotations.NullMarked;
