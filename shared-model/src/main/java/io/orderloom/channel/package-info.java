/** The ports to a commerce channel: read what it sends, and give money back through it. */
@NullMarked
package io.orderloom.channel;

import org.jspecify.annotations.NullMarked;
