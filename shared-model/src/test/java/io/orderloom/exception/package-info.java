@NullMarked
package io.orderloom.exception;

import org.jspecify.annotations.NullMarked;
