/** Effects on other systems: when to call, when to look first, when to wait, when to give up. */
@NullMarked
package io.orderloom.task;

import org.jspecify.annotations.NullMarked;
