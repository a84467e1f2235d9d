/** The faults of an ERP, of whatever kind it is. */
@NullMarked
package io.orderloom.simulation.fault;

import org.jspecify.annotations.NullMarked;
