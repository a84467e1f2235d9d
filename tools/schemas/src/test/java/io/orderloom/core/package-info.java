/** Gives the contracts' tests access to the inside of the core. */
@NullMarked
package io.orderloom.core;

import org.jspecify.annotations.NullMarked;
