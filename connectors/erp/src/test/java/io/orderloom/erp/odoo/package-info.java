/** Odoo, with and without a real one. */
@NullMarked
package io.orderloom.erp.odoo;

import org.jspecify.annotations.NullMarked;
