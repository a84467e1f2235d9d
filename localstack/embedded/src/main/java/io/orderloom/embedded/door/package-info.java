/** Stands in for API Gateway's HTTP API: turns requests into payload format 2.0 events. */
@NullMarked
package io.orderloom.embedded.door;

import org.jspecify.annotations.NullMarked;
