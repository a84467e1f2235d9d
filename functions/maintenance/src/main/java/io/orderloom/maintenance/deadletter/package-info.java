/** Makes a named exception of each message that a queue gave up. */
@NullMarked
package io.orderloom.maintenance.deadletter;

import org.jspecify.annotations.NullMarked;
