/** Tests that the simulated Odoo behaves as the deployed adapter expects. */
@NullMarked
package io.orderloom.simulation.odoo;

import org.jspecify.annotations.NullMarked;
