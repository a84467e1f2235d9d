/**
 * An Odoo, as far as the deployed adapter can see: JSON-2 calls, each a transaction, unique
 * external ids, and sales orders that compute their own totals.
 */
@NullMarked
package io.orderloom.simulation.odoo;

import org.jspecify.annotations.NullMarked;
