/**
 * An Odoo, as far as the deployed adapter can tell: JSON-2 calls, each a transaction, unique
 * external ids, sales orders that add up by themselves.
 */
@NullMarked
package io.orderloom.simulation.odoo;

import org.jspecify.annotations.NullMarked;
