/** Small helpers over the JDK's HTTP server, always bound to loopback. */
@NullMarked
package io.orderloom.embedded.http;

import org.jspecify.annotations.NullMarked;
