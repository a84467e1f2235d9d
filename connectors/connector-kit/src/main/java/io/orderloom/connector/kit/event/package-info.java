/** Lifecycle events as JSON, in each version of their types, whatever carries them. */
@NullMarked
package io.orderloom.connector.kit.event;

import org.jspecify.annotations.NullMarked;
