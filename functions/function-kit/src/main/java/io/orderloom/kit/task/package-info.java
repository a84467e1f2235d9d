/** The beans that bring tasks about, and how a message finds the one for its task. */
@NullMarked
package io.orderloom.kit.task;

import org.jspecify.annotations.NullMarked;
