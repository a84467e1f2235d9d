/**
 * Runs orders on the stack that was deployed to an emulator. Everything is observed from outside:
 * the door, the books of ERP and shop, the emulator's own queues.
 */
@NullMarked
package io.orderloom.deployed;

import org.jspecify.annotations.NullMarked;
