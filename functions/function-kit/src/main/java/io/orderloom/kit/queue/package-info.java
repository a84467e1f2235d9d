/** Queue batches in, messages out: at least once, in order within a group, nothing lost. */
@NullMarked
package io.orderloom.kit.queue;

import org.jspecify.annotations.NullMarked;
