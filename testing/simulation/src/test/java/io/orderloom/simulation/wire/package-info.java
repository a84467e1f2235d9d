/** What is at the other end of the wires is as strict as what it stands for. */
@NullMarked
package io.orderloom.simulation.wire;

import org.jspecify.annotations.NullMarked;
