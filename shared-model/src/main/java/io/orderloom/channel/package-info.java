/** The ports to a commerce channel: each action is a port of its own, and none is required. */
@NullMarked
package io.orderloom.channel;

import org.jspecify.annotations.NullMarked;
