/** Stands in for API Gateway's HTTP API: requests become payload format 2.0 events. */
@NullMarked
package io.orderloom.embedded.door;

import org.jspecify.annotations.NullMarked;
