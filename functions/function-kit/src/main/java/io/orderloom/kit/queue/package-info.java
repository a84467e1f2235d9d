/** Queue batches in, messages out: delivered at least once, in order within a group, none lost. */
@NullMarked
package io.orderloom.kit.queue;

import org.jspecify.annotations.NullMarked;
