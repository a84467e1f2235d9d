/**
 * The surroundings of a stage that is deployed to an emulator of AWS on this machine: packages,
 * secrets and sandboxes. The emulator itself is somebody else's.
 */
@NullMarked
package io.orderloom.emulator;

import org.jspecify.annotations.NullMarked;
