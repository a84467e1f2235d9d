/** Compares native executables with the JVM packages: size, start, memory and speed, in one run. */
@NullMarked
package io.orderloom.figures;

import org.jspecify.annotations.NullMarked;
