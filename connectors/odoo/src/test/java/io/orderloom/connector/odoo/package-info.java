/** Tests of the Odoo connector, with and without a real Odoo. */
@NullMarked
package io.orderloom.connector.odoo;

import org.jspecify.annotations.NullMarked;
