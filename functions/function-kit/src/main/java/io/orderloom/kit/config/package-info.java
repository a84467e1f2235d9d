/** Settings that reach the functions from outside: channels, subscribers, where things are. */
@NullMarked
package io.orderloom.kit.config;

import org.jspecify.annotations.NullMarked;
