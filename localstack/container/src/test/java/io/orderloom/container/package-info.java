/**
 * The contract of everything that the functions rely on at AWS, run on each emulator that stands in
 * for it.
 */
@NullMarked
package io.orderloom.container;

import org.jspecify.annotations.NullMarked;
