/** The shared set of samples and the one fixed now of all tests. */
@NullMarked
package io.orderloom.sample;

import org.jspecify.annotations.NullMarked;
