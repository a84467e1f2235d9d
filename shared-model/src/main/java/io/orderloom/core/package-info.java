/**
 * The order core: decides what follows from a fact. Pure: no clock, no random ids, no input or
 * output.
 */
@NullMarked
package io.orderloom.core;

import org.jspecify.annotations.NullMarked;
