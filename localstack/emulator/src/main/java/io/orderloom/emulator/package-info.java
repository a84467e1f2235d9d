/**
 * What a stage needs that is deployed to an emulator of AWS on this machine. The emulator is
 * somebody else's; this is what it works with.
 */
@NullMarked
package io.orderloom.emulator;

import org.jspecify.annotations.NullMarked;
