/**
 * The connections below the deployed adapters. Their requests are handled as they would arrive over
 * HTTP, and the answers are those of a server or of a proxy in front of it. No socket is opened.
 */
@NullMarked
package io.orderloom.simulation.wire;

import org.jspecify.annotations.NullMarked;
