/** Tests of what the emulators keep. */
@NullMarked
package io.orderloom.embedded.emulator;

import org.jspecify.annotations.NullMarked;
