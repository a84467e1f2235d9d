/** Tests of a stage on an emulator, without an emulator. */
@NullMarked
package io.orderloom.emulator;

import org.jspecify.annotations.NullMarked;
