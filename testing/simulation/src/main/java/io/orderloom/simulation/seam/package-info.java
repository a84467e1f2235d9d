/**
 * Layers between the functions and what they reach, which forward everything unchanged unless a
 * subclass overrides it.
 */
@NullMarked
package io.orderloom.simulation.seam;

import org.jspecify.annotations.NullMarked;
