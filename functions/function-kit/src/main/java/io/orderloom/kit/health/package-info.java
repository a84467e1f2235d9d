/** Checks whether a function reaches the systems that it needs. */
@NullMarked
package io.orderloom.kit.health;

import org.jspecify.annotations.NullMarked;
