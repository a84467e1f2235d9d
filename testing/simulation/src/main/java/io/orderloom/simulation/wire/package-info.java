/**
 * The wires below the deployed adapters: what they send is taken as it would go over HTTP, and what
 * comes back is as a server, or whatever stands before it, would word it. No socket is opened.
 */
@NullMarked
package io.orderloom.simulation.wire;

import org.jspecify.annotations.NullMarked;
