/** Odoo, with and without a real one. */
@NullMarked
package io.orderloom.connector.odoo;

import org.jspecify.annotations.NullMarked;
