/**
 * The processor time of one function alone, for each kind of input: one process, one event at a
 * time, and nothing else running on its side.
 */
@NullMarked
package io.orderloom.bench.alone;

import org.jspecify.annotations.NullMarked;
