/** Tests of the benchmark's own arithmetic. */
@NullMarked
package io.orderloom.bench;

import org.jspecify.annotations.NullMarked;
