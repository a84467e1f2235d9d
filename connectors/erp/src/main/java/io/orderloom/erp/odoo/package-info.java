/** Odoo 19 over its JSON-2 interface (vendor documents: "External JSON-2 API", "External API"). */
@NullMarked
package io.orderloom.erp.odoo;

import org.jspecify.annotations.NullMarked;
