/** The life of an exception: who takes it, how it ends, and what was done about it. */
@NullMarked
package io.orderloom.exception;

import org.jspecify.annotations.NullMarked;
