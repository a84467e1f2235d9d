/** Deliveries to a real HTTP server, read as a subscriber would read them. */
@NullMarked
package io.orderloom.connector.webhook;

import org.jspecify.annotations.NullMarked;
