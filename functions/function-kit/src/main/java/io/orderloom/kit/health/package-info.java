/** Whether a function reaches what it needs. */
@NullMarked
package io.orderloom.kit.health;

import org.jspecify.annotations.NullMarked;
