/** Tests of the benchmark's own arithmetic. */
@NullMarked
package io.orderloom.embedded.bench;

import org.jspecify.annotations.NullMarked;
