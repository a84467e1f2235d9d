/** Tests of a stage on an emulator, without one. */
@NullMarked
package io.orderloom.emulator;

import org.jspecify.annotations.NullMarked;
