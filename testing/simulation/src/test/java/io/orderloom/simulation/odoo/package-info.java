/** The simulated Odoo keeps what the deployed adapter builds on. */
@NullMarked
package io.orderloom.simulation.odoo;

import org.jspecify.annotations.NullMarked;
